import type { TransactionConnection } from '../../../schema/transaction/transaction-connection.type.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { History } from '../../services/queries/history.ts';
import { cursorOf } from '../cursor.ts';
import { presentTransaction } from './transaction.presenter.ts';

export function presentHistory(wallet: Wallet, history: History): TransactionConnection {
  const { entries, hasNextPage, hasPreviousPage, totalCount } = history;
  const nodes = entries.map((entry) => presentTransaction(entry, wallet));
  const edges = nodes.map((node) => ({ cursor: cursorOf(wallet.id, node.entry.seq), node }));
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
