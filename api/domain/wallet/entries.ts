import type { Actor } from '../actor.ts';
import type { Instant } from '../calendar.ts';
import type { Paise } from '../money.ts';
import type { HoldPurpose, ReleaseCause } from './holds.ts';
import type { Draw, LotFacts, Restore } from './lots.ts';
import type { RunningTotals } from './running-totals.ts';
import type { WalletStatus } from './wallet.ts';

/** What every entry of the journal says (product rule 15). */
interface EntryBase {
  /** Unique for ever: the wallet and its idempotency key, or a derived name for what the wallet books itself. */
  readonly id: string;
  readonly walletId: string;
  /** 1, 2, 3 … without a gap, per wallet. */
  readonly seq: number;
  /** Server time; never before the entry it follows. An expiry bears the instant at which its lot ended. */
  readonly at: Instant;
  /** What can be spent after this entry, in paise: Σ of what is in the open lots. */
  readonly balanceAfter: Paise;
  /** What open holds keep after this entry, in paise. Left out while that is nothing. */
  readonly heldAfter?: Paise;
  readonly running: RunningTotals;
  readonly actor: Actor;
  readonly requestId: string;
  /** Fingerprint of what the caller asked for; a repeat of its key must ask for the same. Null where no key was taken. */
  readonly intent: string | null;
  readonly reason: string | null;
}

export interface OpenEntry extends EntryBase {
  readonly kind: 'OPEN';
  readonly referralCode: string;
  /** Left out in entries from before wallets had one. */
  readonly shortCode?: string;
}

/** What brought a credit about, where it was more than somebody adding it. */
export type CreditOrigin =
  | { readonly kind: 'REWARD'; readonly rewardId: string }
  | { readonly kind: 'REFERRAL'; readonly side: 'REFERRER' | 'REFERRED'; readonly otherId: string }
  | { readonly kind: 'TOP_UP'; readonly topUpId: string }
  | { readonly kind: 'REVIEW'; readonly reviewId: string }
  /** `checkoutId`: what the card had paid of that is given back, as a credit. Left out where the card was claimed. */
  | { readonly kind: 'GIFT_CARD'; readonly giftCardId: string; readonly checkoutId?: string }
  | VoucherOrigin
  | BulkOrigin;

export interface VoucherOrigin {
  readonly kind: 'VOUCHER';
  readonly campaignId: string;
  /** The terms that counted. */
  readonly termsVersion: number;
  /** How manieth use of the campaign by this customer, counted from 1. */
  readonly use: number;
}

/** The row of a bulk credit. Rows from before bulk credits were written down as a whole do not say which. */
export interface BulkOrigin {
  readonly kind: 'BULK';
  readonly reference: string | null;
  readonly bulkId?: string;
  /** Its place in the bulk credit, counted from 0. */
  readonly row?: number;
}

export interface CreditEntry extends EntryBase {
  readonly kind: 'CREDIT';
  readonly amount: Paise;
  readonly lot: LotFacts;
  readonly orderId: string | null;
  readonly origin: CreditOrigin | null;
}

export interface DebitEntry extends EntryBase {
  readonly kind: 'DEBIT';
  readonly amount: Paise;
  readonly orderId: string;
  readonly draws: readonly Draw[];
  /** The hold that it was captured from: then its draws are parts of that hold. Left out where it drew from the lots. */
  readonly holdId?: string;
  /** The part of it that counted as spent already, since the shop had reported the order first. Left out when there is none. */
  readonly countedBefore?: CountedBefore;
}

export interface CountedBefore {
  /** The month in which it counted, as `2026-11`. */
  readonly month: string;
  /** In paise. */
  readonly amount: Paise;
}

export interface RefundEntry extends EntryBase {
  readonly kind: 'REFUND';
  readonly amount: Paise;
  readonly orderId: string;
  readonly debitId: string;
  /** The month of its debit, whose spend it lowers. Left out in entries from before: those lower the month of the refund. */
  readonly debitMonth?: string;
  readonly restores: readonly Restore[];
}

export interface ExpiryEntry extends EntryBase {
  readonly kind: 'EXPIRY';
  readonly amount: Paise;
  /** One draw: what was left of the lot. */
  readonly draws: readonly Draw[];
  /** The position of the release that gave it back after the lot's time. Left out where the time came while it was in the lot. */
  readonly releasedBy?: number;
  /** When the lot's time came. `at` is the same, or the entry before it where that is later. */
  readonly expiredAt: Instant;
  /** Server time of the booking. Null in entries from before expiries were dated so: their `at` is when they were booked. */
  readonly bookedAt: Instant | null;
}

/** Takes back what remains of a mistaken credit, or what of one the provider has taken from us. */
export interface ReversalEntry extends EntryBase {
  readonly kind: 'REVERSAL';
  /** Nothing where all had been spent, and only a receivable is noted. */
  readonly amount: Paise;
  readonly creditId: string;
  readonly draws: readonly Draw[];
  /** What was used and not refunded, or had expired: neither this reversal took it nor one before. In paise. */
  readonly notRecovered: Paise;
  /** What open holds keep of the credit: it was not taken. In paise; left out where they keep nothing. */
  readonly stillHeld?: Paise;
  /** The hold that it was taken from: then its draws are parts of that hold. Left out where it drew from the lots. */
  readonly holdId?: string;
  /** What the customer owes since: the provider took it back and it had been spent. In paise; left out where nothing did. */
  readonly receivable?: Paise;
}

/** Sets credits aside. They leave the balance, and are not spent. */
export interface HoldEntry extends EntryBase {
  readonly kind: 'HOLD';
  readonly amount: Paise;
  readonly purpose: HoldPurpose;
  readonly orderId: string | null;
  /** When it ends by itself; null where it ends with what it waits for. */
  readonly deadline: Instant | null;
  readonly draws: readonly Draw[];
}

/** Ends a hold and gives back all that it still keeps, to the lots that it came from. */
export interface ReleaseEntry extends EntryBase {
  readonly kind: 'RELEASE';
  readonly amount: Paise;
  readonly orderId: string | null;
  readonly holdId: string;
  readonly cause: ReleaseCause;
  /** Last drawn first. What comes back to a lot after its time expires at once, by the entries that follow. */
  readonly restores: readonly Restore[];
  /** Server time of the booking, of one that its deadline ended: `at` is that deadline. Left out of the others. */
  readonly bookedAt?: Instant;
}

/** What a customer may be told of why a wallet was stopped. The `reason` of the entry is what staff say among themselves. */
export const SHOWN_REASONS = [
  'DEVICE_LOST',
  'CUSTOMER_REQUEST',
  'UNUSUAL_ACTIVITY',
  'PAYMENT_CHECKED',
  'DETAILS_MISSING',
] as const;
export type ShownReason = (typeof SHOWN_REASONS)[number];

export interface StatusEntry extends EntryBase {
  readonly kind: 'STATUS';
  readonly status: WalletStatus;
  readonly previous: WalletStatus;
  /** Left out where staff chose none, and in entries from before there were any: then the customer reads neutral words. */
  readonly shownReason?: ShownReason;
}

/** Gives the open lots of a credit more time. Moves no money. */
export interface ExtensionEntry extends EntryBase {
  readonly kind: 'EXTENSION';
  readonly creditId: string;
  readonly extended: readonly Extension[];
}

export interface Extension {
  readonly lot: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** An order that the shop reported. Moves no money; counts for tiers by spend. */
export interface PurchaseEntry extends EntryBase {
  readonly kind: 'PURCHASE';
  readonly orderId: string;
  /** The part of the order that was not paid with credits until then, in paise. */
  readonly counted: Paise;
  /** Whether debits that follow for the same order count in its place. Left out in entries from before: they count besides. */
  readonly isOpen?: true;
}

/** PAID: the customer paid it in the shop. WRITTEN_OFF: the shop gave it up. */
export const ENDS_OF_OWING = ['PAID', 'WRITTEN_OFF'] as const;
export type EndOfOwing = (typeof ENDS_OF_OWING)[number];

/** Lowers what the customer owes. Moves no credits. */
export interface SettlementEntry extends EntryBase {
  readonly kind: 'SETTLEMENT';
  readonly how: EndOfOwing;
  /** In paise, and never more than was owed. */
  readonly settled: Paise;
}

export type Entry = MoneyEntry | OpenEntry | StatusEntry | ExtensionEntry | PurchaseEntry | SettlementEntry;

/** Entries that move money: the ones the API calls transactions. */
export type MoneyEntry =
  CreditEntry | DebitEntry | RefundEntry | ExpiryEntry | ReversalEntry | HoldEntry | ReleaseEntry;

export type EntryKind = Entry['kind'];
export type MoneyEntryKind = MoneyEntry['kind'];

export const MONEY_ENTRY_KINDS: readonly MoneyEntryKind[] = [
  ...(['CREDIT', 'DEBIT', 'REFUND', 'EXPIRY', 'REVERSAL'] as const),
  ...(['HOLD', 'RELEASE'] as const),
];

/** Whether the entry moves money. */
export function isMoneyEntry(entry: Entry): entry is MoneyEntry {
  return 'amount' in entry;
}

/** How much of the limit of whoever made it an entry uses up, in paise. */
export function limitedAmount(entry: Entry): Paise {
  if (entry.kind === 'SETTLEMENT') return entry.settled;
  return isMoneyEntry(entry) ? entry.amount : 0n;
}

/** As much of an entry as tells what it moves. */
type Moving = Pick<MoneyEntry, 'kind' | 'amount'> & { readonly holdId?: string };

/**
 * What the entry does to the balance, in paise: credits, refunds and releases add, debits, expiries, reversals and holds take.
 * What was captured or taken from a hold takes nothing more: the hold did.
 */
export function signedAmount(entry: Moving): Paise {
  if (entry.kind === 'CREDIT' || entry.kind === 'REFUND' || entry.kind === 'RELEASE') return entry.amount;
  return isCaptured(entry) ? 0n : -entry.amount;
}

/** What the entry does to what is held, in paise. */
export function heldChange(entry: Moving): Paise {
  if (entry.kind === 'HOLD') return entry.amount;
  return entry.kind === 'RELEASE' || isCaptured(entry) ? -entry.amount : 0n;
}

/** Whether it is a debit that was captured from a hold, or a reversal that was taken from one. */
export function isCaptured({ kind, holdId }: Pick<Moving, 'kind' | 'holdId'>): boolean {
  return (kind === 'DEBIT' || kind === 'REVERSAL') && holdId !== undefined;
}
