import { monthOf, startOfMonth, type Instant } from '../../domain/calendar.ts';
import { sum, type Paise } from '../../domain/money.ts';
import type { TierLevel } from '../../domain/policy.ts';
import { movedBy, movedIn, type ProgrammeTotals, type Stay } from '../../domain/programme.ts';
import type { Owed } from '../../domain/programme-sums.ts';
import { CREDIT_MOVEMENTS } from '../../domain/wallet/running-totals.ts';
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

export interface ProgrammeMonth {
  /** As `2026-11`. */
  readonly month: string;
  readonly purchased: Paise;
  readonly granted: Paise;
  readonly spent: Paise;
  readonly refunded: Paise;
  readonly expired: Paise;
  readonly reversed: Paise;
  readonly closingBalance: Paise;
}

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
  readonly months: readonly ProgrammeMonth[];
}

/** The whole programme as it is now, and what moved in each month of a period. What is due counts as expired, booked or not. */
export async function programmeStatistics(app: App, period: Period): Promise<ProgrammeStatistics> {
  const census = await app.stores.census.take(app.policy, app.now());
  const { asOf, customers, wallets, active, owed } = census;
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
    months: monthsOf(period, census.stays),
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
    months.push({
      month,
      purchased: moved.purchase,
      granted: added(moved) - moved.purchase,
      spent: moved.debit,
      refunded: moved.refund,
      expired: moved.expiry,
      reversed: moved.reversal,
      closingBalance: netOf(movedBy(month, stays)),
    });
  }
  return months;
}

function netOf(moved: Required<ProgrammeTotals>): Paise {
  return added(moved) + moved.refund - moved.debit - moved.expiry - moved.reversal;
}

function added(moved: Required<ProgrammeTotals>): Paise {
  return sum(CREDIT_MOVEMENTS.map((movement) => moved[movement]));
}
