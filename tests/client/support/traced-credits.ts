import { checkoutById } from './checkouts.ts';
import { money } from './sample-wallet.ts';
import type { Entry, Line, Story } from './sample-wallet.ts';

interface Lot {
  entry: Entry;
  paise: bigint;
  left: bigint;
  source: Line['source'];
}

interface Taking {
  lot: Lot;
  by: Entry;
  paise: bigint;
}

/**
 * Adds what the contract says about credits and what they were used for: debits, expiries and reversals take from the
 * oldest credit that is left, and a refund gives back to what the debit of its order took. What an entry leads to is a
 * function, because entries lead to each other.
 */
export function traceCredits(story: Story, entries: Entry[]): (Entry & Record<string, unknown>)[] {
  const { lines } = story;
  const lots: Lot[] = [];
  const takings: Taking[] = [];
  const traced = entries.map(
    (entry) => ({ ...entry, status: 'COMPLETED' }) as Entry & Record<string, unknown>,
  );

  const take = (by: Entry, paise: bigint): void => {
    let missing = paise;
    for (const lot of lots) {
      const part = lot.left < missing ? lot.left : missing;
      if (part <= 0n) continue;
      lot.left -= part;
      missing -= part;
      takings.push({ lot, by, paise: part });
    }
  };
  const drawsOf = (by: Entry) =>
    takings
      .filter((taking) => taking.by === by)
      .map(({ lot, paise }) => ({ credit: lot.entry, transaction: by, amount: money(paise) }));

  lines.forEach((line, index) => {
    const entry = traced[index];
    if (entry === undefined) return;
    const sameOrder = (kind: Line['kind']) =>
      traced.filter((other) => other.kind === kind && other.orderId === line.orderId);
    switch (line.kind) {
      case 'CREDIT': {
        const lot: Lot = { entry, paise: line.paise, left: line.paise, source: line.source };
        lots.push(lot);
        Object.assign(entry, {
          funding: line.source === 'PURCHASE' ? 'PURCHASED' : 'GRANTED',
          expiresAt: '2028-11-21T23:59:59.999+05:30',
          remaining: () => money(lot.left),
          usedBy: () =>
            takings
              .filter((taking) => taking.lot === lot)
              .map(({ by, paise }) => ({ credit: entry, transaction: by, amount: money(paise) })),
        });
        return;
      }
      case 'REFUND': {
        const [debit] = sameOrder('DEBIT');
        const [first] = takings.filter((taking) => taking.by === debit);
        if (first) first.lot.left += line.paise;
        Object.assign(entry, {
          debit,
          restores: first ? [{ credit: first.lot.entry, transaction: entry, amount: money(line.paise) }] : [],
        });
        return;
      }
      case 'HOLD':
        take(entry, line.paise);
        Object.assign(entry, {
          draws: () => drawsOf(entry),
          hold: () => ({
            ...{ id: `hold-of-${entry.id}`, orderId: line.orderId ?? null },
            ...{ status: line.heldUntil ?? 'OPEN', expiresAt: '2026-11-23T10:16:00+05:30' },
            endedAt: line.heldUntil === undefined ? null : '2026-11-23T10:02:00+05:30',
            checkout: line.checkout === undefined ? null : checkoutById(story, line.checkout),
          }),
        });
        return;
      case 'DEBIT':
        take(entry, line.paise);
        Object.assign(entry, {
          draws: () => drawsOf(entry),
          refunds: () => sameOrder('REFUND'),
          refundable: money(line.paise),
        });
        return;
      default:
        take(entry, line.paise);
        Object.assign(entry, {
          credit: () => takings.find((taking) => taking.by === entry)?.lot.entry,
          expiredAt: line.at,
          notRecovered: money(0n),
        });
    }
  });
  return traced;
}
