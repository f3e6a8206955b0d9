import { endOfDay, startOfDay } from '../../../client/format/day-range.ts';
import { paiseOf } from './programme.ts';
import { money } from './sample-wallet.ts';
import type { Entry } from './sample-wallet.ts';
import { pageOf } from './transaction-page.ts';

export interface StatementArgs {
  from: string;
  to: string;
}

/** A statement as the contract describes it, of entries that come newest first. */
export function statementOf(entries: Entry[], days: StatementArgs) {
  const [from, to] = [startOfDay(days.from), endOfDay(days.to)];
  const before = entries.find(({ createdAt }) => Date.parse(createdAt) < Date.parse(from));
  const upTo = entries.find(({ createdAt }) => Date.parse(createdAt) < Date.parse(to));
  const { nodes } = pageOf(entries, { filter: { from, to }, first: 1_000 });
  return {
    ...{ from, to, count: nodes.length },
    openingBalance: before?.balanceAfter ?? money(0n),
    closingBalance: upTo?.balanceAfter ?? money(0n),
    openingHeld: money(0n),
    closingHeld: money(0n),
    byKind: (['CREDIT', 'DEBIT', 'REFUND', 'EXPIRY', 'REVERSAL'] as const).map((kind) => {
      const of = nodes.filter((entry) => entry.kind === kind);
      const total = of.reduce((sum, { amount }) => sum + paiseOf(amount.amount), 0n);
      return { kind, count: of.length, total: money(total) };
    }),
    transactions: (args: Parameters<typeof pageOf>[1]) => pageOf(entries, { ...args, filter: { from, to } }),
  };
}
