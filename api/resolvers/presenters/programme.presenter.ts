import type { MoneyShare } from '../../../schema/programme/money-share.type.ts';
import type { ProgrammePeriod as Period } from '../../../schema/programme/programme-period.type.ts';
import type { Metric } from '../../../schema/programme/metric.type.ts';
import type { ProgrammeStatistics } from '../../../schema/programme/programme-statistics.type.ts';
import type { SpendingCohorts } from '../../../schema/programme/spending-cohorts.type.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Cohort } from '../../domain/cohort.ts';
import { FIGURE_DEFINITIONS } from '../../domain/figure-definitions.ts';
import type { Paise } from '../../domain/money.ts';
import { PROGRAMME_TARGETS } from '../../domain/programme.ts';
import type {
  ProgrammeStatistics as Figures,
  Moved,
  ProgrammeMonth,
  ProgrammePeriod,
  Share,
} from '../../services/queries/programme-statistics.ts';
import { presentCardFigures } from './gift-card.presenter.ts';
import { presentMoney } from './money.presenter.ts';

const { adoption, averageBalance, prepaidRevenue, tierShares, referralUsage } = PROGRAMME_TARGETS;

export function presentProgramme(figures: Figures): ProgrammeStatistics {
  const { asOf, walletCount, activeWalletCount, customerCount, months } = figures;
  return {
    from: figures.period.from,
    to: figures.period.to,
    asOf,
    walletCount,
    activeWalletCount,
    customerCount,
    adoption: presentMetric(figures.adoption, adoption),
    totalBalance: presentMoney(figures.totalBalance),
    averageBalance: presentMoney(figures.averageBalance),
    medianBalance: presentMoney(figures.medianBalance),
    averageBalanceTarget: presentMoney(averageBalance),
    prepaidRevenue: months.map(({ month, purchased }) => ({ month, amount: presentMoney(purchased) })),
    prepaidRevenueTargetMin: presentMoney(prepaidRevenue.min),
    prepaidRevenueTargetMax: presentMoney(prepaidRevenue.max),
    tierDistribution: figures.tiers.map(({ level, wallets }) => ({
      level,
      wallets,
      share: shareOf({ numerator: wallets, denominator: walletCount }),
      target: tierShares[level] ?? null,
    })),
    referralUsage: presentMetric(figures.referralUsage, referralUsage),
    rewardClaimRate: presentMetric(figures.rewardClaimRate, null),
    liability: figures.liability.map((bucket) => ({ ...bucket, amount: presentMoney(bucket.amount) })),
    held: presentMoney(figures.held),
    giftCards: presentCardFigures(figures.giftCards),
    movement: months.map(presentMonth),
    period: presentPeriod(figures.moved),
    previousPeriod: presentPeriod(figures.movedBefore),
    definitions: Object.entries(FIGURE_DEFINITIONS).map(([figure, text]) => ({ figure, text })),
  };
}

export function presentCohorts(asOf: Instant, cohorts: readonly Cohort[]): SpendingCohorts {
  return {
    asOf,
    cohorts: cohorts.map(({ month, months }) => ({
      month,
      customers: months[0]?.customers ?? 0,
      months: months.map(({ customers, spent }, monthsLater) => ({
        ...{ monthsLater, customers, spent: presentMoney(spent) },
      })),
    })),
  };
}

function presentMetric(share: Share, target: number | null): Metric {
  return { ...share, value: shareOf(share), target };
}

/** A share is no money, so it may be a float. */
function shareOf({ numerator, denominator }: Share): number {
  return denominator === 0 ? 0 : numerator / denominator;
}

function presentPeriod({ from, to, ...moved }: ProgrammePeriod): Period {
  const { expired, purchased, granted, grants } = moved;
  return {
    ...{ from, to },
    ...presentMoved(moved),
    grants: grants.map(({ source, amount }) => ({ source, amount: presentMoney(amount) })),
    breakage: presentMoneyShare(expired, purchased + granted),
  };
}

function presentMonth({ month, ...moved }: ProgrammeMonth) {
  // What all wallets hold together includes what is set aside, so nothing of it leaves their balance.
  return { month, ...presentMoved(moved), setAside: presentMoney(0n) };
}

/** The share of one amount in another. No money itself: so many millionths are told apart. */
function presentMoneyShare(numerator: Paise, denominator: Paise): MoneyShare {
  const millionths = denominator === 0n ? 0n : (numerator * 1_000_000n) / denominator;
  return {
    value: Number(millionths) / 1_000_000,
    numerator: presentMoney(numerator),
    denominator: presentMoney(denominator),
  };
}

function presentMoved(amounts: Moved) {
  return {
    openingBalance: presentMoney(amounts.openingBalance),
    purchased: presentMoney(amounts.purchased),
    granted: presentMoney(amounts.granted),
    spent: presentMoney(amounts.spent),
    refunded: presentMoney(amounts.refunded),
    expired: presentMoney(amounts.expired),
    reversed: presentMoney(amounts.reversed),
    closingBalance: presentMoney(amounts.closingBalance),
  };
}
