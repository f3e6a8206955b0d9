import type { CardEntry } from '../../domain/gift-card/card-entries.ts';
import type { GiftCard } from '../../domain/gift-card/gift-card.ts';
import type { CardFilter } from '../../persistence/stores/gift-card.store.ts';
import type { App } from '../app.ts';
import { listPage, type Listed, type ListPage } from './list-page.ts';
import { MOST_COUNTED } from './most-counted.ts';

export type { CardFilter };

/** A page of gift cards with what stands at its places. */
export interface GiftCardPage {
  readonly listed: Listed;
  readonly cards: readonly (GiftCard | null)[];
}

/** A page of the gift cards that match. */
export async function findGiftCards(app: App, filter: CardFilter, page: ListPage): Promise<GiftCardPage> {
  const now = app.now();
  const found = new Map<string, GiftCard>();
  const listed = await listPage(async (stretch) => {
    const cards = await app.stores.giftCards.list(filter, now, stretch);
    for (const card of cards) found.set(card.id, card);
    return cards.map(({ id, createdAt }) => ({ id, createdAt }));
  }, page);
  return { listed, cards: listed.places.map(({ id }) => found.get(id) ?? null) };
}

/** How many those are in all; counts no further than `MOST_COUNTED`. */
export function countGiftCards(app: App, filter: CardFilter): Promise<number> {
  return app.stores.giftCards.count(filter, app.now(), MOST_COUNTED);
}

/** The gift card with this id; null when there is none. */
export async function findGiftCard({ stores }: App, id: string): Promise<GiftCard | null> {
  return (await stores.giftCards.load([id])).get(id) ?? null;
}

/** The gift cards that a customer has claimed, the latest first, at most a hundred. */
export function findClaimedCards({ stores }: App, customerId: string): Promise<GiftCard[]> {
  return stores.giftCards.claimedBy(customerId);
}

/** What happened to a card, oldest first. */
export function findCardEntries({ stores }: App, cardId: string): Promise<CardEntry[]> {
  return stores.giftCardEntries.of(cardId);
}
