import { GraphQLError } from 'graphql';
import type { TransactionFilter, TransactionHistoryQueryVariables } from '../../../client/graphql/graphql.ts';
import { paiseOf } from './programme.ts';
import { money } from './sample-wallet.ts';
import type { Entry } from './sample-wallet.ts';

/** One page of a history, as the contract's connections work: cursors name the entry they stand at. */
export function pageOf(entries: Entry[], args: TransactionHistoryQueryVariables) {
  const matching = entries.filter((entry) => matches(entry, args.filter ?? {}));
  const [from, to] = slice(matching, args);
  const nodes = matching.slice(from, to);
  return {
    totalCount: matching.length,
    months: monthsOf(matching, nodes, args.filter ?? {}),
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

/** The sums of all that matches in the months of a page; none where single entries are asked for. */
function monthsOf(
  matching: Entry[],
  shown: Entry[],
  { orderOrReference, minAmount, maxAmount }: TransactionFilter,
) {
  if (orderOrReference || minAmount || maxAmount) return null;
  return [...new Set(shown.map(monthOf))].map((month) => {
    const entries = matching.filter((entry) => monthOf(entry) === month);
    const total = (adds: boolean) =>
      money(
        entries
          .filter(({ signedAmount }) => !signedAmount.amount.startsWith('-') === adds)
          .reduce((sum, { amount }) => sum + paiseOf(amount.amount), 0n),
      );
    return { month, count: entries.length, added: total(true), taken: total(false) };
  });
}

/** The stories are told in Indian time. */
function monthOf({ createdAt }: Entry): string {
  return createdAt.slice(0, 7);
}

function matches(entry: Entry, filter: TransactionFilter): boolean {
  const { kinds, sources, orderOrReference, from, to, minAmount, maxAmount } = filter;
  const at = Date.parse(entry.createdAt);
  const paise = paiseOf(entry.amount.amount);
  return (
    (!minAmount || paise >= paiseOf(minAmount.amount)) &&
    (!maxAmount || paise <= paiseOf(maxAmount.amount)) &&
    (!kinds || kinds.includes(entry.kind)) &&
    (!sources || (entry.source !== null && sources.includes(entry.source))) &&
    (!orderOrReference || [entry.orderId, entry.reference].includes(orderOrReference)) &&
    (!from || at >= Date.parse(from)) &&
    (!to || at < Date.parse(to))
  );
}
