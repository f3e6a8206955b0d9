import type { Instant } from '../domain/calendar.ts';
import { MOST_CARDS_OF_CHECKOUT } from '../domain/checkout.ts';
import type { GiftCard } from '../domain/gift-card/gift-card.ts';
import { whyNotSpendable } from '../domain/gift-card/spend-card.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Scope } from '../ledger/working-set.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { asToldTo, closedTo, lookUp, NOT_USABLE, type Trier } from './known-gift-code.ts';

/** A card as a code that somebody had led to it: never the code itself. */
export interface NamedCard {
  readonly cardId: string;
  /** The fingerprint of the code. */
  readonly codeId: string;
}

/** What codes led to, each card once; null where one of them leads nowhere. */
export interface Tried {
  readonly named: readonly NamedCard[] | null;
  /** Why they cannot be used, whatever the reason; null where nothing is known against it. */
  readonly refused: Refusal | null;
}

/** Looks up codes with which somebody wants to pay. Each counts as an attempt, and costs the same whatever comes of it. */
export async function tryCodes(
  app: App,
  { caller, network }: Trier,
  codes: readonly string[],
): Promise<Tried> {
  if (codes.length > MOST_CARDS_OF_CHECKOUT) {
    const problem = `At most ${MOST_CARDS_OF_CHECKOUT} gift cards pay one order.`;
    return { named: null, refused: { code: 'INVALID_INPUT', field: 'giftCardCodes', problem } };
  }
  const looked = await Promise.all(codes.map((code) => lookUp(app, caller, network, code)));
  const cards = [...new Map(looked.flatMap(({ card }) => (card ? [[card.id, card] as const] : []))).values()];
  const isKnown = looked.every(({ card }) => card !== null);
  const named = cards.map(({ id: cardId, codeId }) => ({ cardId, codeId }));
  const [wait] = looked.flatMap((each) => each.wait ?? []);
  const [closed] = cards.flatMap((card) => unusable(caller, card, app.now()) ?? []);
  return { named: isKnown ? named : null, refused: wait ?? (isKnown ? (closed ?? null) : NOT_USABLE) };
}

/** The cards as they can be spent now; refused as far as who asks may know. */
export function spendable(
  { caller }: Trier,
  named: readonly NamedCard[],
  work: Scope,
  now: Instant,
): GiftCard[] | Refusal {
  const cards: GiftCard[] = [];
  for (const { cardId, codeId } of named) {
    const card = work.get('giftCards', cardId);
    // It was given another code since it was looked up.
    if (!card || card.codeId !== codeId) return NOT_USABLE;
    const refused = whyNotSpendable(card, now);
    if (refused) return asToldTo(caller, card, refused);
    cards.push(card);
  }
  return cards;
}

/** Who holds it by an order of their own may be about to end just that: whether it is free is then found out by who looks closer. */
function unusable(caller: Caller, card: GiftCard, now: Instant): Refusal | null {
  const closed = closedTo(caller, card, now);
  if (closed) return closed;
  const held = whyNotSpendable(card, now);
  const told = held && asToldTo(caller, card, held);
  return told?.code === 'CODE_NOT_USABLE' ? told : null;
}
