import type { CreditEntry, Entry } from '../../api/domain/wallet/entries.ts';

/** What brought a credit, as the naive model calls it. */
export type OriginOf = (entry: CreditEntry) => string | undefined;

/** A whole journal in the words of the naive model. */
export function linesOf(journal: readonly Entry[], originOf: OriginOf): unknown[] {
  return journal.map((entry) => lineOf(entry, journal, originOf));
}

/** An entry in the words of the naive model, which names lines by their number and knows no ids. */
export function lineOf(entry: Entry, journal: readonly Entry[], originOf: OriginOf): unknown {
  const { kind, seq, at, balanceAfter, heldAfter = 0n, reason } = entry;
  const line = { kind, seq, at, balanceAfter, heldAfter, reason };
  const lineNamed = (name: string) => journal.find((known) => known.id === name)?.seq;
  switch (entry.kind) {
    case 'OPEN':
      return line;
    case 'CREDIT':
      return { ...line, amount: entry.amount, lot: entry.lot, origin: originOf(entry) };
    case 'DEBIT':
      return {
        ...{ ...line, amount: entry.amount, draws: entry.draws },
        hold: entry.holdId === undefined ? null : lineNamed(entry.holdId),
      };
    case 'HOLD':
      return { ...line, amount: entry.amount, draws: entry.draws, deadline: entry.deadline };
    case 'RELEASE': {
      const restores = entry.restores.map(({ lot, amount }) => ({ lot, amount }));
      return { ...line, amount: entry.amount, restores, hold: lineNamed(entry.holdId), cause: entry.cause };
    }
    case 'EXPIRY': {
      const { amount, draws, expiredAt, releasedBy = null } = entry;
      return { ...line, amount, draws, expiredAt, releasedBy };
    }
    case 'REFUND':
      return { ...line, amount: entry.amount, restores: entry.restores, debit: lineNamed(entry.debitId) };
    case 'REVERSAL': {
      const { amount, draws, notRecovered, creditId, stillHeld = 0n } = entry;
      return { ...line, amount, draws, notRecovered, stillHeld, credit: lineNamed(creditId) };
    }
    case 'STATUS':
      return { ...line, status: entry.status, previous: entry.previous };
    case 'EXTENSION':
      return { ...line, extended: entry.extended, credit: lineNamed(entry.creditId) };
    case 'PURCHASE':
      return { ...line, counted: entry.counted };
    case 'SETTLEMENT':
      return { ...line, settled: entry.settled, how: entry.how };
  }
}
