import type { Metric } from '../../../schema/programme/metric.type.ts';
import type { ProgrammeStatistics } from '../../../schema/programme/programme-statistics.type.ts';
import { PROGRAMME_TARGETS } from '../../domain/programme.ts';
import type {
  ProgrammeStatistics as Figures,
  ProgrammeMonth,
  Share,
} from '../../services/queries/programme-statistics.ts';
import { presentMoney } from './money.presenter.ts';

const { adoption, averageBalance, prepaidRevenue, tierShares, referralUsage } = PROGRAMME_TARGETS;

export function presentProgramme(figures: Figures): ProgrammeStatistics {
  const { period, asOf, walletCount, activeWalletCount, customerCount, months } = figures;
  return {
    ...period,
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
    movement: months.map(presentMonth),
  };
}

function presentMetric(share: Share, target: number | null): Metric {
  return { ...share, value: shareOf(share), target };
}

/** A share is no money, so it may be a float. */
function shareOf({ numerator, denominator }: Share): number {
  return denominator === 0 ? 0 : numerator / denominator;
}

function presentMonth({ month, ...amounts }: ProgrammeMonth) {
  return {
    month,
    purchased: presentMoney(amounts.purchased),
    granted: presentMoney(amounts.granted),
    spent: presentMoney(amounts.spent),
    refunded: presentMoney(amounts.refunded),
    expired: presentMoney(amounts.expired),
    reversed: presentMoney(amounts.reversed),
    closingBalance: presentMoney(amounts.closingBalance),
  };
}
