import { monthOf, startOfMonth, type Instant } from '../../domain/calendar.ts';
import { sum, type Paise } from '../../domain/money.ts';
import type { TierLevel } from '../../domain/policy.ts';
import { movedBy, movedIn, type ProgrammeTotals, type Stay } from '../../domain/programme.ts';
import type { Owed } from '../../domain/programme-sums.ts';
import type { CreditSource } from '../../domain/wallet/lots.ts';
import { CREDIT_MOVEMENTS, creditMovement } from '../../domain/wallet/running-totals.ts';
import type { OpenCards } from '../../persistence/stores/gift-card.store.ts';
import type { App } from '../app.ts';

/** Whole months: the first instant of the first, and the first instant after the last. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** So many of so many. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** What moved; opening + purchased + granted + refunded − spent − expired − reversed is closing. In paise. */
export interface Moved {
  readonly openingBalance: Paise;
  readonly purchased: Paise;
  readonly granted: Paise;
  readonly spent: Paise;
  readonly refunded: Paise;
  readonly expired: Paise;
  readonly reversed: Paise;
  readonly closingBalance: Paise;
  /** What was granted, by where it came from. */
  readonly grants: readonly { readonly source: GrantSource; readonly amount: Paise }[];
}

export interface ProgrammeMonth extends Moved {
  /** As `2026-11`. */
  readonly month: string;
}

export interface ProgrammePeriod extends Period, Moved {}

export type GrantSource = Exclude<CreditSource, 'PURCHASE'>;
const GRANT_SOURCES: readonly GrantSource[] = ['REFERRAL', 'PROMOTION', 'LOYALTY', 'MANUAL'];

export interface ProgrammeStatistics {
  readonly period: Period;
  readonly asOf: Instant;
  readonly walletCount: number;
  readonly activeWalletCount: number;
  readonly customerCount: number;
  readonly adoption: Share;
  readonly totalBalance: Paise;
  /** Of active wallets, rounded half up to a paisa; 0 when there are none. */
  readonly averageBalance: Paise;
  readonly medianBalance: Paise;
  readonly tiers: readonly { readonly level: TierLevel; readonly wallets: number }[];
  readonly referralUsage: Share;
  readonly rewardClaimRate: Share;
  readonly liability: readonly Owed[];
  /** How much of that open holds keep, in paise. */
  readonly held: Paise;
  /** What gift cards hold, which is owed besides. */
  readonly giftCards: OpenCards;
  readonly months: readonly ProgrammeMonth[];
  readonly moved: ProgrammePeriod;
  /** As many months, right before. */
  readonly movedBefore: ProgrammePeriod;
}

/** The whole programme as it is now, and what moved in each month of a period. What is due counts as expired, booked or not. */
export async function programmeStatistics(app: App, period: Period): Promise<ProgrammeStatistics> {
  const census = await app.stores.census.take(app.policy, app.now());
  const { asOf, customers, wallets, active, owed } = census;
  const giftCards = await app.stores.giftCards.open(asOf);
  const months = monthsOf(period, census.stays);
  const before = { from: startOfMonth(period.from, -months.length), to: period.from };
  return {
    period,
    asOf,
    walletCount: wallets,
    activeWalletCount: active.wallets,
    customerCount: customers,
    adoption: { numerator: active.wallets, denominator: customers },
    totalBalance: sum(owed.map(({ amount }) => amount)),
    averageBalance: average(active.balance, BigInt(active.wallets)),
    medianBalance: active.median,
    tiers: app.policy.tiers.map(({ level }) => ({ level, wallets: census.tiers.get(level) ?? 0 })),
    referralUsage: { numerator: census.referred, denominator: wallets },
    rewardClaimRate: { numerator: census.claimed, denominator: census.usable },
    liability: owed,
    held: census.held,
    giftCards,
    months,
    moved: together(period, months),
    movedBefore: together(before, monthsOf(before, census.stays)),
  };
}

function average(total: Paise, count: bigint): Paise {
  return count === 0n ? 0n : (2n * total + count) / (2n * count);
}

/** Every month of the period, also those in which nothing moved. */
function monthsOf({ from, to }: Period, stays: readonly Stay[]): ProgrammeMonth[] {
  const months: ProgrammeMonth[] = [];
  for (let start = from; start < to; start = startOfMonth(start, 1)) {
    const month = monthOf(start);
    const moved = movedIn(month, stays);
    const closingBalance = netOf(movedBy(month, stays));
    months.push({
      month,
      openingBalance: closingBalance - netOf(moved),
      purchased: moved.purchase,
      granted: added(moved) - moved.purchase,
      spent: moved.debit,
      refunded: moved.refund,
      expired: moved.expiry,
      reversed: moved.reversal,
      closingBalance,
      grants: GRANT_SOURCES.map((source) => ({ source, amount: moved[creditMovement(source)] })),
    });
  }
  return months;
}

/** The months of a period as one; there is at least one. */
function together(period: Period, months: readonly ProgrammeMonth[]): ProgrammePeriod {
  const total = (of: (month: ProgrammeMonth) => Paise) => sum(months.map(of));
  return {
    ...{ from: period.from, to: period.to },
    openingBalance: months[0]?.openingBalance ?? 0n,
    purchased: total(({ purchased }) => purchased),
    granted: total(({ granted }) => granted),
    spent: total(({ spent }) => spent),
    refunded: total(({ refunded }) => refunded),
    expired: total(({ expired }) => expired),
    reversed: total(({ reversed }) => reversed),
    closingBalance: months.at(-1)?.closingBalance ?? 0n,
    grants: GRANT_SOURCES.map((source, at) => ({
      source,
      amount: total(({ grants }) => grants[at]?.amount ?? 0n),
    })),
  };
}

function netOf(moved: Required<ProgrammeTotals>): Paise {
  return added(moved) + moved.refund - moved.debit - moved.expiry - moved.reversal;
}

function added(moved: Required<ProgrammeTotals>): Paise {
  return sum(CREDIT_MOVEMENTS.map((movement) => moved[movement]));
}
