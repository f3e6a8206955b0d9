import type { ListOrder } from '../../../schema/connection/list-order.enum.ts';
import type { TransactionConnection } from '../../../schema/transaction/transaction-connection.type.ts';
import type { TransactionMonth } from '../../../schema/transaction/transaction-month.type.ts';
import type { MoneyEntry } from '../../domain/wallet/entries.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { History } from '../../services/queries/history.ts';
import type { HistoryFilter } from '../../services/queries/history-filter.ts';
import type { HistoryMonth } from '../../services/queries/history-months.ts';
import { connectionOf, type Edge } from '../connection.ts';
import { seqCursors, type Cursors } from '../cursor.ts';
import { presentMoney } from './money.presenter.ts';
import { presentTransaction, type TransactionView } from './transaction.presenter.ts';

/** A page that knows what was asked for, for the field that costs a query. */
export type HistoryView = Omit<TransactionConnection, 'months'> & {
  readonly state: Wallet;
  readonly filter: HistoryFilter;
  readonly history: History;
};

/** Of most rows nobody asks for the cursor. */
class HistoryEdge implements Edge<TransactionView> {
  readonly node: TransactionView;
  readonly #cursors: Cursors<number>;
  readonly #seq: number;

  constructor(cursors: Cursors<number>, { seq }: MoneyEntry, node: TransactionView) {
    this.node = node;
    this.#cursors = cursors;
    this.#seq = seq;
  }

  get cursor(): string {
    return this.#cursors.of(this.#seq);
  }
}

/** A page of a history, turned round where it is read from its beginning. */
export function presentHistory(
  state: Wallet,
  filter: HistoryFilter,
  history: History,
  order: ListOrder,
): HistoryView {
  const { entries, totalCount, hasNextPage, hasPreviousPage } = history;
  const cursors = seqCursors(state.id, order);
  const edges = entries.map((entry) => new HistoryEdge(cursors, entry, presentTransaction(entry, state)));
  const page =
    order === 'NEWEST_FIRST'
      ? connectionOf(edges, { hasNextPage, hasPreviousPage })
      : connectionOf(edges.reverse(), { hasNextPage: hasPreviousPage, hasPreviousPage: hasNextPage });
  return { state, filter, history, ...page, totalCount };
}

export function presentMonth({ month, count, added, taken }: HistoryMonth): TransactionMonth {
  return { month, count, added: presentMoney(added), taken: presentMoney(taken) };
}
