import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { badUserInput } from '../../schema/scalars/bad-user-input.ts';
import type { MonthlyMovement } from '../../schema/statistics/monthly-movement.type.ts';
import { TransactionSummaryArgs } from '../../schema/statistics/transaction-summary.args.ts';
import type { TransactionSummary } from '../../schema/statistics/transaction-summary.type.ts';
import { WalletStatistics } from '../../schema/statistics/wallet-statistics.type.ts';
import type { BalancePoint } from '../../schema/wallet/balance-point.type.ts';
import { Wallet } from '../../schema/wallet/wallet.type.ts';
import { balanceHistory, MOST_BALANCE_DAYS } from '../services/queries/balance-history.ts';
import { walletStatistics } from '../services/queries/statistics.ts';
import { monthlySummaries, summarise } from '../services/queries/summary.ts';
import type { GraphqlContext } from './context.ts';
import { noteLook } from './looks.ts';
import { nameOf } from './once.ts';
import { presentStatistics, type StatisticsView } from './presenters/statistics.presenter.ts';
import { presentBalancePoint, presentMonth, presentSummary } from './presenters/summary.presenter.ts';
import type { WalletView } from './presenters/wallet.presenter.ts';

const MONTHS = 12;

@Resolver(() => Wallet)
export class WalletSummaryResolver {
  @FieldResolver()
  async transactionSummary(
    @Args(() => TransactionSummaryArgs) { from = null, to = null }: TransactionSummaryArgs,
    @Root() { state }: WalletView,
    @Ctx() context: GraphqlContext,
  ): Promise<TransactionSummary> {
    if (from !== null && to !== null && to < from) throw badUserInput('to must not lie before from.', 'to');
    await noteLook(context, 'readHistory', state.id);
    return context.once.of(nameOf('summary', state, from, to), async () =>
      presentSummary(await summarise(context.app, state, from, to), from, to),
    );
  }

  @FieldResolver()
  async balanceHistory(
    @Arg('days', () => Int, {
      defaultValue: 90,
      description: "How many days of the shop's time zone, today included; at most 366.",
    })
    days: number,
    @Root() { state }: WalletView,
    @Ctx() context: GraphqlContext,
  ): Promise<BalancePoint[]> {
    if (days < 1 || days > MOST_BALANCE_DAYS) {
      throw badUserInput(`days must be between 1 and ${MOST_BALANCE_DAYS}.`, 'days');
    }
    await noteLook(context, 'readHistory', state.id);
    return context.once.of(nameOf('balances', state, days), async () =>
      (await balanceHistory(context.app, state, days)).map(presentBalancePoint),
    );
  }

  @FieldResolver()
  statistics(@Root() { state }: WalletView, @Ctx() { app }: GraphqlContext): StatisticsView {
    return presentStatistics(state, walletStatistics(state, app.now()));
  }
}

@Resolver(() => WalletStatistics)
export class WalletStatisticsResolver {
  @FieldResolver()
  async months(
    @Root() { state }: StatisticsView,
    @Ctx() context: GraphqlContext,
  ): Promise<MonthlyMovement[]> {
    await noteLook(context, 'readHistory', state.id);
    return context.once.of(nameOf('months', state), async () =>
      (await monthlySummaries(context.app, state, MONTHS)).map(presentMonth),
    );
  }
}
