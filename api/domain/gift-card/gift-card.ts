import type { Facts } from '../act.ts';
import { dayOf, type Instant } from '../calendar.ts';
import { formatRupees, sum, type Paise } from '../money.ts';
import type { Policy } from '../policy.ts';
import type { Refusal } from '../refusal.ts';
import type { CreditSource, Funding } from '../wallet/lots.ts';
import type { Bought } from './bought-card.ts';
import { CARD_ENDS } from './card-end.ts';
import type { CodeOnCard } from './card-entries.ts';

/** OPEN: there is money on it, or held of it. */
export const CARD_STATES = ['OPEN', ...CARD_ENDS] as const;
export type CardState = (typeof CARD_STATES)[number];

/** PART_USED: some of it has paid an order. */
export const CARD_STATUSES = ['ACTIVE', 'PART_USED', ...CARD_ENDS] as const;
export type CardStatus = (typeof CARD_STATUSES)[number];

/** How many cards one call issues. */
export const MOST_CARDS_AT_ONCE = 100;
/** And how many one batch has. */
export const MOST_CARDS_OF_BATCH = 100_000;
/** So long the answer of issuing tells the codes again; afterwards nobody reads them any more (product rule 19). */
export const CODES_TOLD_DAYS = 30;

/** What the shop allows of gift cards. */
export type CardTerms = Policy['giftCards'];

/**
 * A wallet that belongs to whoever has its code (product rule 19): one lot, no owner. The fold of its journal; only `evolveCard`
 * makes one.
 */
export interface GiftCard extends CodeOnCard {
  readonly id: string;
  /** The number of entries of its journal; the guard of every write. */
  readonly version: number;
  readonly state: CardState;
  /** What it was issued with, and what is left of it and not held, in paise. Left may be what is due but not booked as expired. */
  readonly initial: Paise;
  readonly remaining: Paise;
  /** What of it is set aside for orders, oldest first. It stays so after the card has ended, and ends with its checkout. */
  readonly holds: readonly HeldOfCard[];
  /** Who paid for it: credits that come of it keep that. */
  readonly funding: Funding;
  /** The instant from which it is worth nothing. */
  readonly expiresAt: Instant;
  /** The customer whose wallet it went into; null unless it is CLAIMED. */
  readonly claimedBy: string | null;
  /** Left out where the shop issued it. */
  readonly bought?: Bought;
  /** Set while its payment is disputed; left out otherwise, and kept by a card that ended so. */
  readonly isStopped?: true;
  /** Null while it is OPEN. */
  readonly endedAt: Instant | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** Money of a card that is set aside for an order. */
export interface HeldOfCard {
  /** The id of the entry that did so. */
  readonly id: string;
  /** In paise. */
  readonly amount: Paise;
  /** Whose order it is for. */
  readonly customerId: string;
  readonly checkoutId: string;
}

/** A code that a card has or had. Its id is its fingerprint. */
export interface GiftCode {
  readonly id: string;
  readonly cardId: string;
}

/** The card as it is at an instant: what is due counts as expired although nobody has booked it yet. */
export function cardAsOf(card: GiftCard, now: Instant): GiftCard {
  return isDue(card, now) ? { ...card, state: 'EXPIRED', remaining: 0n, endedAt: card.expiresAt } : card;
}

/** Whether its time has come and nobody has booked that yet. */
export function isDue(card: GiftCard, now: Instant): boolean {
  const end = endOf(card);
  return end !== null && end <= now;
}

/** When what is left of a card expires; null where nothing is. What is held of it alone expires once it is given back. */
export function endOf({ state, remaining, expiresAt }: GiftCard): Instant | null {
  return state === 'OPEN' && remaining > 0n ? expiresAt : null;
}

/** What of a card is held, in paise. */
export function heldOf({ holds }: Pick<GiftCard, 'holds'>): Paise {
  return sum(holds.map(({ amount }) => amount));
}

/** What has become of a card by now. */
export function statusOf(card: GiftCard, now: Instant): CardStatus {
  const { state } = cardAsOf(card, now);
  if (state !== 'OPEN') return state;
  return card.remaining + heldOf(card) < card.initial ? 'PART_USED' : 'ACTIVE';
}

/** What credits that come of a card say of where they are from; it leaves their funding as it was. */
export function sourceOf({ funding }: Pick<GiftCard, 'funding'>): CreditSource {
  return funding === 'PURCHASED' ? 'PURCHASE' : 'PROMOTION';
}

/** Why cards of this amount, in paise, and with this end cannot be issued; null when they can. */
export function whyNotIssued(
  { amount, expiresAt }: Pick<GiftCard, 'expiresAt'> & { readonly amount: Paise },
  { amount: { min, max } }: CardTerms,
  now: Instant,
): Refusal | null {
  if (amount < min || amount > max) return { code: 'AMOUNT_OUT_OF_RANGE', min, max };
  return expiresAt <= now ? { code: 'EXPIRES_IN_PAST' } : null;
}

/** A card as an act tells of it. */
export function cardFacts({ initial, expiresAt, lastFour }: GiftCard): Facts {
  return { amount: formatRupees(initial), expiresAt: dayOf(expiresAt), lastFour };
}
