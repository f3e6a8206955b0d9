import { addDays, endOfDay, type Instant } from '../calendar.ts';
import type { Paise } from '../money.ts';
import type { Refusal } from '../refusal.ts';
import type { CardDebit, CardEntry, CardHold, CardRefund, CardRelease } from './card-entries.ts';
import { cardAsOf, heldOf, type GiftCard } from './gift-card.ts';

/** What a checkout asks of a gift card (product rules 16, 18 and 19). Amounts are in paise. */
export type SpendCard = HoldOnCard | CaptureOnCard | ReleaseOnCard | RefundOnCard;

/** Sets `amount` aside for an order, until its checkout ends. */
export interface HoldOnCard {
  readonly kind: 'HOLD';
  readonly amount: Paise;
  readonly customerId: string;
  readonly checkoutId: string;
  readonly orderId: string;
}

/** What was set aside pays the order, however the card stands by then: the order was accepted before. */
export interface CaptureOnCard {
  readonly kind: 'CAPTURE';
  readonly holdId: string;
}

/** The order comes to nothing, and what was set aside is on the card again. */
export interface ReleaseOnCard {
  readonly kind: 'RELEASE';
  readonly holdId: string;
}

/** The order is given back, and so `amount` of what it was paid with: a card whose time is over has it for so many days more. */
export interface RefundOnCard {
  readonly kind: 'REFUND';
  readonly amount: Paise;
  readonly customerId: string;
  readonly checkoutId: string;
  readonly orderId: string;
  readonly graceDays: number;
  readonly reason: string;
}

type Spending = CardHold | CardRelease | CardDebit | CardRefund;

/** So many orders can hold something of a card at once. */
export const MOST_HOLDS_OF_CARD = 10;

export function isSpending<C extends { readonly kind: string }>(
  command: C,
): command is C & { readonly kind: SpendCard['kind'] } {
  return ['HOLD', 'CAPTURE', 'RELEASE', 'REFUND'].includes(command.kind);
}

/** Whether it is an entry of an order. */
export function isOfOrder(entry: CardEntry): entry is Spending {
  return ['HOLD', 'RELEASE', 'DEBIT', 'REFUND'].includes(entry.kind);
}

/** Why nothing of a card can be set aside; null where something can. */
export function whyNotSpendable(card: GiftCard, now: Instant): Refusal | null {
  const { state, endedAt, remaining, holds } = cardAsOf(card, now);
  if (state !== 'OPEN') return { code: 'GIFT_CARD_ENDED', because: state, since: endedAt ?? card.updatedAt };
  if (card.isStopped) return STOPPED;
  return remaining > 0n && holds.length < MOST_HOLDS_OF_CARD ? null : heldNow(card);
}

/** What refuses whoever wants something of a card while its payment is disputed. */
export const STOPPED: Refusal = { code: 'GIFT_CARD_STOPPED' };

/** What refuses whoever wants a card of which orders hold something. */
export function heldNow(card: GiftCard): Refusal {
  return { code: 'GIFT_CARD_HELD', held: heldOf(card) };
}

/** What a checkout does to a card: the entry to append, or a refusal. `said` is what every entry says of itself. */
export function decideSpending(
  card: GiftCard,
  command: SpendCard,
  said: Pick<CardEntry, 'id' | 'cardId' | 'seq' | 'at' | 'actor' | 'requestId' | 'intent'>,
): Spending | Refusal {
  const { remaining } = card;
  if (command.kind === 'HOLD') {
    const refused = whyNotSpendable(card, said.at);
    if (refused) return refused;
    if (command.amount > remaining) return heldNow(card);
    return { ...said, ...command, reason: null, remainingAfter: remaining - command.amount };
  }
  if (command.kind === 'REFUND') {
    const { graceDays, amount, ...same } = command;
    if (amount > card.initial - remaining - heldOf(card))
      throw new Error(`${said.id} is more than was used.`);
    const isOver = card.expiresAt <= said.at;
    const expiresAt = isOver ? endOfDay(addDays(said.at, graceDays)) : card.expiresAt;
    return { ...said, ...same, amount, remainingAfter: remaining + amount, expiresAt };
  }
  const { holdId } = command;
  const hold = card.holds.find(({ id }) => id === holdId);
  if (!hold) return { code: 'HOLD_NOT_FOUND' };
  const { amount } = hold;
  return command.kind === 'CAPTURE'
    ? { ...said, kind: 'DEBIT', reason: null, amount, holdId, remainingAfter: remaining }
    : { ...said, kind: 'RELEASE', reason: null, amount, holdId, remainingAfter: remaining + amount };
}

/** The card after an entry of a checkout; null where that does not follow. `next` has its number and time already. */
export function evolveSpending(next: GiftCard, entry: Spending): GiftCard | null {
  const { remaining, holds } = next;
  const { amount, remainingAfter } = entry;
  if (entry.kind === 'HOLD') {
    if (next.state !== 'OPEN' || amount > remaining || remainingAfter !== remaining - amount) return null;
    const { id, customerId, checkoutId } = entry;
    return { ...next, remaining: remainingAfter, holds: [...holds, { id, amount, customerId, checkoutId }] };
  }
  if (entry.kind === 'REFUND') {
    const isGone = next.state === 'CLAIMED' || next.state === 'CANCELLED';
    if (isGone || remainingAfter !== remaining + amount) return null;
    return { ...next, state: 'OPEN', remaining: remainingAfter, expiresAt: entry.expiresAt, endedAt: null };
  }
  const others = holds.filter(({ id }) => id !== entry.holdId);
  const isSame = holds.some((hold) => hold.id === entry.holdId && hold.amount === amount);
  const back = entry.kind === 'RELEASE' ? amount : 0n;
  if (!isSame || remainingAfter !== remaining + back) return null;
  const after = { ...next, remaining: remainingAfter, holds: others };
  const isUsedUp = next.state === 'OPEN' && remainingAfter === 0n && others.length === 0;
  return isUsedUp ? { ...after, state: 'USED', endedAt: entry.at } : after;
}
