import type { CardEntry, CardHold } from '../../domain/gift-card/card-entries.ts';
import type { GiftCard } from '../../domain/gift-card/gift-card.ts';
import type { CardFilter, OpenCards } from '../../persistence/stores/gift-card.store.ts';
import type { App } from '../app.ts';
import { listPage, type Listed, type ListPage, type Place } from './list-page.ts';
import { MOST_COUNTED } from './most-counted.ts';

export type { CardFilter, OpenCards };

const CARDS_AT_ONCE = 500;

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

/** What the cards hold now that a customer has bought and kept. */
export function openCardsOf({ stores, now }: App, customerId: string): Promise<OpenCards> {
  return stores.giftCards.openOf(customerId, now());
}

/** What all cards hold now. */
export function openCards({ stores, now }: App): Promise<OpenCards> {
  return stores.giftCards.open(now());
}

/** All cards that match, oldest first, a page at a time. Those that are issued meanwhile belong to it if the filter says so. */
export async function* allGiftCards(app: App, filter: CardFilter): AsyncGenerator<GiftCard[]> {
  for (let place: Place | undefined; ;) {
    const stretch = { order: 'OLDEST_FIRST', limit: CARDS_AT_ONCE, beyond: place } as const;
    const cards = await app.stores.giftCards.list(filter, app.now(), stretch);
    if (cards.length > 0) yield cards;
    place = cards.at(-1);
    if (cards.length < CARDS_AT_ONCE) return;
  }
}

/** A page of the journal of a card. */
export interface CardEntryPage {
  readonly entries: readonly CardEntry[];
  readonly hasNextPage: boolean;
  /** What set aside that which entries of the page spend or give back, by its id. */
  readonly holds: ReadonlyMap<string, CardHold>;
}

/** What happened to a card, oldest first, at most `first` of it, beyond an entry's number: from 0, which stands before all. */
export async function findCardEntries(
  { stores }: App,
  cardId: string,
  first: number,
  afterSeq: number,
): Promise<CardEntryPage> {
  const found = await stores.giftCardEntries.of(cardId, first + 1, afterSeq);
  const entries = found.slice(0, first);
  return { entries, hasNextPage: found.length > first, holds: await holdsOf(stores, entries) };
}

/** They mostly stand on the same page; those that don't are looked up together. */
async function holdsOf(
  stores: App['stores'],
  entries: readonly CardEntry[],
): Promise<ReadonlyMap<string, CardHold>> {
  const named = entries.flatMap((entry) => ('holdId' in entry ? [entry.holdId] : []));
  const here = new Set(entries.map(({ id }) => id));
  const away = named.filter((id) => !here.has(id));
  const others = away.length === 0 ? [] : [...(await stores.giftCardEntries.load(away)).values()];
  const all = [...entries, ...others].filter((entry) => entry.kind === 'HOLD');
  return new Map(all.map((hold) => [hold.id, hold]));
}
