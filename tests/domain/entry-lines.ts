import type { CreditEntry, Entry } from '../../api/domain/wallet/entries.ts';

/** What brought a credit, as the naive model calls it. */
export type OriginOf = (entry: CreditEntry) => string | undefined;

/** A whole journal in the words of the naive model. */
export function linesOf(journal: readonly Entry[], originOf: OriginOf): unknown[] {
  return journal.map((entry) => lineOf(entry, journal, originOf));
}

/** An entry in the words of the naive model, which names lines by their number and knows no ids. */
export function lineOf(entry: Entry, journal: readonly Entry[], originOf: OriginOf): unknown {
  const { kind, seq, at, balanceAfter, reason } = entry;
  const line = { kind, seq, at, balanceAfter, reason };
  const lineNamed = (name: string) => journal.find((known) => known.id === name)?.seq;
  switch (entry.kind) {
    case 'OPEN':
      return line;
    case 'CREDIT':
      return { ...line, amount: entry.amount, lot: entry.lot, origin: originOf(entry) };
    case 'DEBIT':
      return { ...line, amount: entry.amount, draws: entry.draws };
    case 'EXPIRY':
      return { ...line, amount: entry.amount, draws: entry.draws, expiredAt: entry.expiredAt };
    case 'REFUND':
      return { ...line, amount: entry.amount, restores: entry.restores, debit: lineNamed(entry.debitId) };
    case 'REVERSAL': {
      const { amount, draws, notRecovered, creditId } = entry;
      return { ...line, amount, draws, notRecovered, credit: lineNamed(creditId) };
    }
    case 'STATUS':
      return { ...line, status: entry.status, previous: entry.previous };
    case 'EXTENSION':
      return { ...line, extended: entry.extended, credit: lineNamed(entry.creditId) };
    case 'PURCHASE':
      return { ...line, counted: entry.counted };
  }
}
