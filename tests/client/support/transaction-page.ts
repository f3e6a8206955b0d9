import { GraphQLError } from 'graphql';
import type { TransactionFilter, TransactionHistoryQueryVariables } from '../../../client/graphql/graphql.ts';
import type { Entry } from './sample-wallet.ts';

/** One page of a history, as the contract's connections work: cursors name the entry they stand at. */
export function pageOf(entries: Entry[], args: TransactionHistoryQueryVariables) {
  const matching = entries.filter((entry) => matches(entry, args.filter ?? {}));
  const [from, to] = slice(matching, args);
  const nodes = matching.slice(from, to);
  return {
    totalCount: matching.length,
    nodes,
    edges: nodes.map((node) => ({ cursor: cursorOf(node), node })),
    pageInfo: {
      hasPreviousPage: from > 0,
      hasNextPage: to < matching.length,
      startCursor: nodes[0] ? cursorOf(nodes[0]) : null,
      endCursor: nodes.at(-1) ? cursorOf(nodes.at(-1)) : null,
    },
  };
}

function slice(entries: Entry[], args: TransactionHistoryQueryVariables): [from: number, to: number] {
  if (args.last) {
    const to = args.before ? indexOf(entries, args.before) : entries.length;
    return [Math.max(0, to - args.last), to];
  }
  const from = args.after ? indexOf(entries, args.after) + 1 : 0;
  return [from, Math.min(entries.length, from + (args.first ?? 20))];
}

function indexOf(entries: Entry[], cursor: string): number {
  const index = entries.findIndex((entry) => cursorOf(entry) === cursor);
  if (index >= 0) return index;
  throw new GraphQLError('This cursor does not belong to this list.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

function cursorOf(entry: Entry | undefined): string {
  return `at-${entry?.id ?? 'nothing'}`;
}

function matches(entry: Entry, { kinds, sources, orderId, from, to }: TransactionFilter): boolean {
  const at = Date.parse(entry.createdAt);
  return (
    (!kinds || kinds.includes(entry.kind)) &&
    (!sources || (entry.source !== null && sources.includes(entry.source))) &&
    (!orderId || entry.orderId === orderId) &&
    (!from || at >= Date.parse(from)) &&
    (!to || at < Date.parse(to))
  );
}
