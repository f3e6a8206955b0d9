import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { TransactionConnection } from '../../schema/transaction/transaction-connection.type.ts';
import type { TransactionMonth } from '../../schema/transaction/transaction-month.type.ts';
import { historyMonths } from '../services/queries/history-months.ts';
import type { GraphqlContext } from './context.ts';
import { nameOf } from './once.ts';
import { presentMonth, type HistoryView } from './presenters/history.presenter.ts';

@Resolver(() => TransactionConnection)
export class TransactionConnectionResolver {
  @FieldResolver()
  async months(
    @Root() { state, filter, history }: HistoryView,
    @Ctx() { app, once }: GraphqlContext,
  ): Promise<TransactionMonth[] | null> {
    const [newest, oldest] = [history.entries[0]?.seq, history.entries.at(-1)?.seq];
    return once.of(nameOf('months of a page', state, filter, newest, oldest), async () => {
      const months = await historyMonths(app, state, filter, history);
      return months && months.map(presentMonth);
    });
  }
}
