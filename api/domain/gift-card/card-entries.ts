import type { Actor } from '../actor.ts';
import type { Instant } from '../calendar.ts';
import type { Paise } from '../money.ts';
import type { Funding } from '../wallet/lots.ts';
import type { Bought } from './bought-card.ts';

/** What every entry of the journal of a gift card says, as those of wallets do (product rules 15 and 19). */
interface CardEntryBase {
  /** Unique for ever: the card and its idempotency key, or a derived name for what can happen once. */
  readonly id: string;
  readonly cardId: string;
  /** 1, 2, 3 … without a gap, per card. */
  readonly seq: number;
  /** Server time; never before the entry it follows. An expiry bears the instant at which the card ended. */
  readonly at: Instant;
  /** What is left on the card after this entry, in paise. */
  readonly remainingAfter: Paise;
  readonly actor: Actor;
  readonly requestId: string;
  /** Fingerprint of what the caller asked for. Null where no key was taken. */
  readonly intent: string | null;
  readonly reason: string | null;
}

export interface CardIssue extends CardEntryBase, CodeOnCard {
  readonly kind: 'ISSUE';
  readonly amount: Paise;
  readonly funding: Funding;
  readonly expiresAt: Instant;
  /** What the call that issued it counted against the limit of who called, in paise; on the first of its cards, where there is a limit. */
  readonly counted?: Paise;
  /** Left out where the shop issued it. */
  readonly bought?: Bought;
}

/** All that was left went into the wallet of a customer. */
export interface CardClaim extends CardEntryBase {
  readonly kind: 'CLAIM';
  readonly amount: Paise;
  readonly customerId: string;
  /** The credit that it became. */
  readonly entryId: string;
}

/** The shop took back all that was left. */
export interface CardCancellation extends CardEntryBase {
  readonly kind: 'CANCELLATION';
  readonly amount: Paise;
}

export interface CardExpiry extends CardEntryBase {
  readonly kind: 'EXPIRY';
  readonly amount: Paise;
  /** Server time of the booking. */
  readonly bookedAt: Instant;
}

/** Another code is valid from here on, and the one before no more. Moves no money. */
export interface CardReissue extends CardEntryBase, CodeOnCard {
  readonly kind: 'REISSUE';
}

/** Nothing of it can be used from here on, because its payment is disputed (product rule 24). Moves no money. */
export interface CardStop extends CardEntryBase {
  readonly kind: 'STOP';
}

/** It can be used again: the dispute has come to nothing. Moves no money. */
export interface CardResumption extends CardEntryBase {
  readonly kind: 'RESUMPTION';
}

/** Some of it is set aside for an order of a customer's, until the checkout of that ends (product rule 18). */
export interface CardHold extends CardEntryBase {
  readonly kind: 'HOLD';
  readonly amount: Paise;
  readonly customerId: string;
  readonly checkoutId: string;
  readonly orderId: string;
}

/** What was set aside is on the card again: the order came to nothing. */
export interface CardRelease extends CardEntryBase {
  readonly kind: 'RELEASE';
  readonly amount: Paise;
  /** The id of the entry that set it aside. */
  readonly holdId: string;
}

/** What was set aside has paid the order. */
export interface CardDebit extends CardEntryBase {
  readonly kind: 'DEBIT';
  readonly amount: Paise;
  readonly holdId: string;
}

/** What had paid an order is on the card again, for the order was given back. */
export interface CardRefund extends CardEntryBase {
  readonly kind: 'REFUND';
  readonly amount: Paise;
  readonly customerId: string;
  readonly checkoutId: string;
  readonly orderId: string;
  /** When the card ends from here on: as before, unless its time was over. */
  readonly expiresAt: Instant;
}

/** A code as a card knows it: never the code itself. */
export interface CodeOnCard {
  /** Its fingerprint. */
  readonly codeId: string;
  /** Its last four symbols. */
  readonly lastFour: string;
  /** The name of the key that it was made from. */
  readonly keyId: string;
}

export type CardEntry =
  | CardIssue
  | CardClaim
  | CardCancellation
  | CardExpiry
  | CardReissue
  | CardStop
  | CardResumption
  | CardHold
  | CardRelease
  | CardDebit
  | CardRefund;
export type CardEntryKind = CardEntry['kind'];
export const CARD_ENTRY_KINDS = [
  'ISSUE',
  'CLAIM',
  'CANCELLATION',
  'EXPIRY',
  'REISSUE',
  'STOP',
  'RESUMPTION',
  'HOLD',
  'RELEASE',
  'DEBIT',
  'REFUND',
] as const satisfies readonly CardEntryKind[];

/** The id of an entry of a card: what begins with the card is sharded with it, and no key of one card meets one of another. */
export function cardEntryId(cardId: string, name: string): string {
  return `${cardId}:${name}`;
}

/** The id of the entry by which a card is claimed, which happens once. */
export function claimOf(cardId: string): string {
  return cardEntryId(cardId, CLAIM_NAME);
}

export const CLAIM_NAME = 'claim';

/** The card that an entry belongs to, read from its id: ids of cards hold no colon. */
export function cardIdOf(entryId: string): string {
  return entryId.slice(0, entryId.indexOf(':'));
}
