import type { WalletStatistics } from '../../../schema/statistics/wallet-statistics.type.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { WalletStatistics as Figures } from '../../services/queries/statistics.ts';
import { presentMoney, presentMoneyOrNull } from './money.presenter.ts';

/** Figures that know which wallet they are of, for those that cost a query. */
export type StatisticsView = WalletStatistics & { readonly state: Wallet };

export function presentStatistics(state: Wallet, figures: Figures): StatisticsView {
  const { averageDebit, largestDebit, daysSinceLastTransaction, expiringSoon } = figures;
  return {
    state,
    creditCount: figures.credits.count,
    debitCount: figures.debits.count,
    refundCount: figures.refunds.count,
    expiryCount: figures.expiries.count,
    reversalCount: figures.reversals.count,
    averageDebit: presentMoneyOrNull(averageDebit),
    largestDebit: presentMoneyOrNull(largestDebit),
    daysSinceLastTransaction,
    expiringIn30Days: presentMoney(expiringSoon),
    rewardsClaimed: figures.rewardsClaimed,
    peopleReferred: figures.peopleReferred,
  };
}
