import type { Instant } from '../calendar.ts';
import type { CurrencyCode, Paise } from '../money.ts';
import type { OpenHold } from './holds.ts';
import type { Lot } from './lots.ts';
import type { RunningTotals } from './running-totals.ts';

export type WalletStatus = 'ACTIVE' | 'FROZEN' | 'SUSPENDED';

export interface MonthlySpend {
  /** As `2026-11`. */
  readonly month: string;
  /** In paise; negative when more was refunded than spent. */
  readonly amount: Paise;
}

/** An order that the shop reported, as far as debits for it may still follow. */
export interface OpenOrder {
  readonly orderId: string;
  /** When it counted as spent, as `2026-11`. */
  readonly month: string;
  /** How much of it counts by the report and not by debits, in paise. */
  readonly rest: Paise;
}

/** What bringing others has come to. */
export interface ReferralTally {
  readonly count: number;
  /** In paise. */
  readonly earned: Paise;
  /** The last month with a referral, as `2026-11`, and how many it had: referrals are limited by month. */
  readonly month: string | null;
  readonly inMonth: number;
}

export interface LotExtension {
  readonly lot: string;
  readonly expiresAt: Instant;
}

/** The state of a wallet: the fold of its journal, kept for speed. Only `evolve` makes one. */
export interface Wallet {
  /** The id of the customer it belongs to: one wallet each (product rule 2). */
  readonly id: string;
  readonly currency: CurrencyCode;
  /** The number of journal entries; the guard of every write. */
  readonly seq: number;
  readonly status: WalletStatus;
  readonly statusReason: string | null;
  readonly statusSince: Instant;
  /** What can be spent, in paise: Σ of what is in the open lots. Includes lots that are due but not yet booked as expired. */
  readonly balance: Paise;
  /** Open lots (something is in them), in the order in which a debit draws them. */
  readonly lots: readonly Lot[];
  /** Open holds, in the order of their placing. What they keep is in no lot. */
  readonly holds: readonly OpenHold[];
  readonly running: RunningTotals;
  /** What was spent less what was refunded, by month in India; the last twelve months with any, oldest first. */
  readonly monthlySpend: readonly MonthlySpend[];
  /** The latest reported orders with a rest, at most a hundred, oldest first: so that a debit for one counts in its place. */
  readonly openOrders: readonly OpenOrder[];
  /** The largest debit so far, in paise; null before the first. */
  readonly largestDebit: Paise | null;
  readonly rewardsClaimed: number;
  readonly referralCode: string;
  /** What references to its entries begin with. Left out in a wallet from before there were any, until it gets one. */
  readonly shortCode?: string;
  readonly referrals: ReferralTally;
  /** Whose code brought this customer; null when nobody's did. */
  readonly referredBy: string | null;
  /** Expiries that staff moved. Kept after the lots are gone: a refund must find the date that held last. */
  readonly extensions: readonly LotExtension[];
  /** What the customer owes the shop: spent credits whose payment was taken back, in paise. Left out while it is nothing. */
  readonly receivable?: Paise;
  readonly openedAt: Instant;
  /** When the last entry was made; time never runs backwards within a wallet. */
  readonly updatedAt: Instant;
  /** When money last moved. */
  readonly lastTransactionAt: Instant | null;
}

/** The time of a wallet: server time, but never before its last entry (product rule 15). Every rule judges by it. */
export function timeOf({ updatedAt }: Wallet, now: Instant): Instant {
  return Math.max(now, updatedAt);
}
