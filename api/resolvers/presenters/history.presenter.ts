import type { TransactionConnection } from '../../../schema/transaction/transaction-connection.type.ts';
import type { History } from '../../services/queries/history.ts';
import { cursorOf } from '../cursor.ts';
import { presentTransaction } from './transaction.presenter.ts';

export function presentHistory(walletId: string, history: History): TransactionConnection {
  const { entries, hasNextPage, hasPreviousPage, totalCount } = history;
  const nodes = entries.map(presentTransaction);
  const edges = nodes.map((node) => ({ cursor: cursorOf(walletId, node.entry.seq), node }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
