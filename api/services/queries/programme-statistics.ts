import { monthOf, startOfMonth, type Instant } from '../../domain/calendar.ts';
import { sum, type Paise } from '../../domain/money.ts';
import type { TierLevel } from '../../domain/policy.ts';
import { movedBy, movedIn, type ProgrammeTotals, type Stay } from '../../domain/programme.ts';
import type { Funding } from '../../domain/wallet/lots.ts';
import { CREDIT_MOVEMENTS } from '../../domain/wallet/running-totals.ts';
import type { Census, WalletGroup } from '../../persistence/stores/census.store.ts';
import type { App } from '../app.ts';
import { expireCredits } from '../expire-credits.ts';

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

export interface Liability {
  /** When it expires, as `2026-11`; null when it never does. */
  readonly month: string | null;
  readonly funding: Funding;
  readonly amount: Paise;
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
  readonly liability: readonly Liability[];
  readonly months: readonly ProgrammeMonth[];
}

/** The whole programme as it is now, and what moved in each month of a period. Books first what is due. */
export async function programmeStatistics(app: App, period: Period): Promise<ProgrammeStatistics> {
  await expireCredits(app, 'read');
  const { asOf, groups, customers, ...census } = await app.stores.census.take(app.policy, app.now);
  const active = groups.filter(({ isActive }) => isActive);
  const usable = groups.filter(({ isUsable }) => isUsable);
  const walletCount = countOf(groups);
  const activeWalletCount = countOf(active);
  return {
    period,
    asOf,
    walletCount,
    activeWalletCount,
    customerCount: customers,
    adoption: { numerator: activeWalletCount, denominator: customers },
    totalBalance: balanceOf(groups),
    averageBalance: average(balanceOf(active), BigInt(activeWalletCount)),
    medianBalance: census.activeMedian,
    tiers: app.policy.tiers.map(({ level }) => ({
      level,
      wallets: countOf(groups.filter(({ tier }) => tier === level)),
    })),
    referralUsage: {
      numerator: countOf(groups.filter(({ hasReferred }) => hasReferred)),
      denominator: walletCount,
    },
    rewardClaimRate: {
      numerator: countOf(usable.filter(({ hasClaimed }) => hasClaimed)),
      denominator: countOf(usable),
    },
    liability: liabilityOf(census.owed),
    months: monthsOf(period, census.stays),
  };
}

function countOf(groups: readonly WalletGroup[]): number {
  return groups.reduce((total, { wallets }) => total + wallets, 0);
}

function balanceOf(groups: readonly WalletGroup[]): Paise {
  return sum(groups.map(({ balance }) => balance));
}

function average(total: Paise, count: bigint): Paise {
  return count === 0n ? 0n : (2n * total + count) / (2n * count);
}

/** By month of expiry, what never expires last. */
function liabilityOf(owed: Census['owed']): Liability[] {
  const buckets = new Map<string, Liability>();
  for (const { expiresAt, funding, amount } of owed) {
    const month = expiresAt === null ? null : monthOf(expiresAt);
    const key = `${month ?? '~'}:${funding}`;
    buckets.set(key, { month, funding, amount: amount + (buckets.get(key)?.amount ?? 0n) });
  }
  return [...buckets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, bucket]) => bucket);
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
