import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { badUserInput } from '../../schema/scalars/bad-user-input.ts';
import { StatementArgs } from '../../schema/statement/statement.args.ts';
import { Statement } from '../../schema/statement/statement.type.ts';
import { PageArgs } from '../../schema/connection/page.args.ts';
import { Wallet } from '../../schema/wallet/wallet.type.ts';
import { endOfDay, parseDay, type Instant } from '../domain/calendar.ts';
import { timeOf } from '../domain/wallet/wallet.ts';
import { statementOf } from '../services/queries/statement.ts';
import type { GraphqlContext } from './context.ts';
import { historyOnce } from './history-once.ts';
import { noteLook } from './looks.ts';
import { nameOf } from './once.ts';
import type { HistoryView } from './presenters/history.presenter.ts';
import { presentStatement, type StatementView } from './presenters/statement.presenter.ts';
import type { WalletView } from './presenters/wallet.presenter.ts';

@Resolver(() => Wallet)
export class WalletStatementResolver {
  @FieldResolver()
  async statement(
    @Args(() => StatementArgs) args: StatementArgs,
    @Root() { state }: WalletView,
    @Ctx() context: GraphqlContext,
  ): Promise<StatementView> {
    const from = dayOf(args.from, 'from');
    const to = endOfDay(dayOf(args.to, 'to')) + 1;
    if (to <= from) throw badUserInput('to must not lie before from.', 'to');
    await noteLook(context, 'readHistory', state.id);
    const { app, once } = context;
    return once.of(nameOf('statement', state, from, to), async () => {
      const period = { from, to, now: timeOf(state, app.now()) };
      return presentStatement(state, period, await statementOf(app, state, from, to));
    });
  }
}

@Resolver(() => Statement)
export class StatementResolver {
  @FieldResolver()
  transactions(
    @Args(() => PageArgs) args: PageArgs,
    @Root() { state, period }: StatementView,
    @Ctx() context: GraphqlContext,
  ): Promise<HistoryView> {
    return historyOnce(context, state, { from: period.from, to: period.to }, args);
  }
}

function dayOf(text: string, field: string): Instant {
  const day = parseDay(text);
  if (day === null) throw badUserInput(`${field} must be a day such as 2026-11-23.`, field);
  return day;
}
