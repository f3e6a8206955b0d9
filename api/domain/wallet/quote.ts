import type { Refusal } from '../refusal.ts';
import type { Quote } from './commands.ts';
import type { Entry } from './entries.ts';
import { drawFrom, withAdded, withDrawn, withExpiry, type Draw, type Lot } from './lots.ts';
import { keptBy } from './holds.ts';
import type { Recording } from './recording.ts';

/**
 * A quote is executed as it was shown (product rule 17): where the wallet has moved since, the draws must still be those that the
 * quote came to. What they were then is found by going back from now, entry by entry.
 */
export function mustBeAsQuoted(
  { wallet, entries }: Recording,
  { seq, since }: Quote,
  draws: readonly Draw[],
): Refusal | null {
  if (wallet.seq === seq) return null;
  const moved = [...since, ...entries].filter((entry) => entry.seq > seq).sort((a, b) => a.seq - b.seq);
  const isWhole = moved.length === wallet.seq - seq && moved[0]?.seq === seq + 1;
  const before = isWhole ? moved.reduceRight<readonly Lot[]>(without, wallet.lots) : [];
  return isSame(quoted(before, keptBy(draws)), draws) ? null : { code: 'QUOTE_CHANGED', moved };
}

function quoted(lots: readonly Lot[], amount: bigint): readonly Draw[] {
  const there = lots.reduce((total, { remaining }) => total + remaining, 0n);
  return there < amount ? [] : drawFrom(lots, amount);
}

function isSame(quoted: readonly Draw[], draws: readonly Draw[]): boolean {
  return (
    quoted.length === draws.length &&
    quoted.every(({ lot, amount }, at) => lot.id === draws[at]?.lot.id && amount === draws[at].amount)
  );
}

/** The lots as they were before an entry that has made them what they are. */
function without(lots: readonly Lot[], entry: Entry): readonly Lot[] {
  switch (entry.kind) {
    case 'CREDIT':
      return withDrawn(lots, [{ lot: entry.lot, amount: entry.amount }]);
    case 'REFUND':
    case 'RELEASE':
      return entry.restores.reduce<readonly Lot[]>((held, restore) => withDrawn(held, [restore]), lots);
    case 'DEBIT':
    case 'REVERSAL':
      return entry.holdId === undefined ? putBack(lots, entry.draws) : lots;
    case 'HOLD':
    case 'EXPIRY':
      return putBack(lots, entry.draws);
    case 'EXTENSION':
      return entry.extended.reduce(
        (held, { lot, from }) => (held.some(({ id }) => id === lot) ? withExpiry(held, lot, from) : held),
        lots,
      );
    case 'OPEN':
    case 'STATUS':
    case 'SETTLEMENT':
    case 'PURCHASE':
      return lots;
  }
}

function putBack(lots: readonly Lot[], draws: readonly Draw[]): readonly Lot[] {
  return draws.reduce((held, { lot, amount }) => withAdded(held, lot, amount), lots);
}
