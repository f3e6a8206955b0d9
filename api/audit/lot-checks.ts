import { isDeepStrictEqual } from 'node:util';
import { endOfDay, type Instant } from '../domain/calendar.ts';
import { sum } from '../domain/money.ts';
import type { DebitEntry, Entry, ExpiryEntry, HoldEntry, ReversalEntry } from '../domain/wallet/entries.ts';
import { isDue, type Lot, type LotFacts } from '../domain/wallet/lots.ts';
import type { Step } from './replay.ts';
import { moment, rupees } from './words.ts';

/** What a step breaks, in words; null when it breaks nothing. */
export type StepCheck = (step: Step) => string | null;

/** I3. */
export const lotsHoldWhatTheyCan: StepCheck = ({ entry, after }) => {
  for (const { id } of touchedBy(entry)) {
    const lot = after.find((open) => open.id === id);
    if (lot && (lot.remaining < 0n || lot.remaining > lot.original)) {
      return `lot ${id} would hold ${rupees(lot.remaining)} of ${rupees(lot.original)}`;
    }
  }
  return null;
};

/** I4. */
export const partsAddUp: StepCheck = (step) => {
  const { entry, before } = step;
  if (entry.kind === 'CREDIT') return opensItsLot(entry);
  const parts = partsOf(entry);
  if (parts === null || !('amount' in entry)) return null;
  const together = sum(parts.map(({ amount }) => amount));
  if (together !== entry.amount) return `its lots give ${rupees(together)}, it says ${rupees(entry.amount)}`;
  if (!('draws' in entry) || ('holdId' in entry && entry.holdId !== undefined)) return null;
  for (const { lot, amount } of entry.draws) {
    const held = before.find((open) => open.id === lot.id)?.remaining ?? 0n;
    if (amount > held) return `it takes ${rupees(amount)} of lot ${lot.id}, which held ${rupees(held)}`;
  }
  return entry.kind === 'REVERSAL' ? takesAllOfItsCredit(entry, before) : null;
};

/** I11. */
export const lotsAreDrawnInOrder: StepCheck = ({ entry, before }) => {
  if (entry.kind !== 'HOLD' && (entry.kind !== 'DEBIT' || entry.holdId !== undefined)) return null;
  // A payment in doubt keeps its own credit, whatever is next in order.
  if (entry.kind === 'HOLD' && entry.purpose !== 'ORDER') return null;
  const dead = entry.draws.find(({ lot }) => isDue(lot, entry.at));
  if (dead) return `lot ${dead.lot.id} had expired on ${moment(dead.lot.expiresAt)}`;
  const drawn = entry.draws.map(({ lot }) => lot.id);
  const first = before.slice(0, drawn.length).map(({ id }) => id);
  if (!isDeepStrictEqual(drawn, first))
    return `it drew ${listed(drawn)}, next in order were ${listed(first)}`;
  return leftBehind(entry, before);
};

/** I12. */
export const lotsExpireWholeAndInTime: StepCheck = (step) => {
  const { entry, before } = step;
  if (entry.kind === 'EXPIRY') return expiresWhole(entry, before) ?? misdated(entry, step.previous);
  const overdue = before.find((lot) => isDue(lot, entry.at));
  return overdue
    ? `lot ${overdue.id} was due on ${moment(overdue.expiresAt)} and not booked before it`
    : null;
};

/** I21, as far as lots go. */
export const termsOfLotsStay: StepCheck = ({ entry, before, holds }) => {
  const kept = holds.flatMap((hold) => hold.kept.map(({ lot }) => lot));
  if (entry.kind === 'EXTENSION') return extensionFault(entry.extended, [...before, ...kept]);
  for (const lot of touchedBy(entry)) {
    const known = before.find((open) => open.id === lot.id) ?? kept.find((held) => held.id === lot.id);
    if (known) {
      const different = differenceOf(known, lot);
      if (different) return `${different} of lot ${lot.id} differs from what it was before`;
    } else if (lot.expiresAt !== null && lot.expiresAt !== endOfDay(lot.expiresAt)) {
      return `lot ${lot.id} ends in the middle of a day, on ${moment(lot.expiresAt)}`;
    }
  }
  return null;
};

function partsOf(entry: Entry): readonly { readonly amount: bigint }[] | null {
  if (entry.kind === 'REFUND' || entry.kind === 'RELEASE') return entry.restores;
  return 'draws' in entry ? entry.draws : null;
}

function opensItsLot({ amount, seq, lot }: { amount: bigint; seq: number; lot: LotFacts }): string | null {
  if (lot.original !== amount) return `its lot began with ${rupees(lot.original)}, it says ${rupees(amount)}`;
  const isOwn = lot.id === `${seq}` && lot.openedSeq === seq && lot.creditSeq === seq;
  return isOwn ? null : `its lot is ${lot.id}, opened by entry ${lot.openedSeq}`;
}

function takesAllOfItsCredit({ draws, actor }: ReversalEntry, before: readonly Lot[]): string | null {
  // A provider may take back a part.
  if (actor.channel === 'PAYMENT') return null;
  const creditSeq = draws[0]?.lot.creditSeq;
  const missed = before.find(
    (lot) =>
      lot.creditSeq === creditSeq && !draws.some((d) => d.lot.id === lot.id && d.amount === lot.remaining),
  );
  return missed ? `it left ${rupees(missed.remaining)} in lot ${missed.id}` : null;
}

/** All lots but the last drawn are drawn empty. */
function leftBehind({ draws }: DebitEntry | HoldEntry, before: readonly Lot[]): string | null {
  const at = draws.slice(0, -1).findIndex(({ amount }, index) => amount !== before[index]?.remaining);
  return at === -1 ? null : `it went on to the next lot although lot ${draws[at]?.lot.id ?? ''} held more`;
}

function expiresWhole({ draws, expiredAt, at }: ExpiryEntry, before: readonly Lot[]): string | null {
  const [draw, ...more] = draws;
  if (!draw || more.length > 0) return `it names ${draws.length} lots, not one`;
  const held = before.find((lot) => lot.id === draw.lot.id);
  if (!held) return `lot ${draw.lot.id} was not open`;
  if (held.remaining !== draw.amount)
    return `it took ${rupees(draw.amount)} of the ${rupees(held.remaining)} left in lot ${held.id}`;
  if (held.expiresAt !== expiredAt || expiredAt > at)
    return `lot ${held.id} ends ${moment(held.expiresAt)}, it was booked as ${moment(expiredAt)}`;
  return null;
}

/** Those from before expiries were dated by the end of their lot bear the time of their booking. */
function misdated({ at, expiredAt, bookedAt }: ExpiryEntry, previous: Step['previous']): string | null {
  if (bookedAt === null) return null;
  const due = Math.max(expiredAt, previous?.at ?? 0);
  if (at !== due) return `it is of ${moment(at)} where ${moment(due)} was due`;
  return bookedAt < at ? `it is of ${moment(at)} and was booked before, on ${moment(bookedAt)}` : null;
}

function extensionFault(
  extended: readonly { readonly lot: string; readonly from: Instant; readonly to: Instant }[],
  before: readonly LotFacts[],
): string | null {
  for (const { lot: id, from, to } of extended) {
    const lot = before.find((open) => open.id === id);
    if (lot?.expiresAt !== from) return `lot ${id} did not end on ${moment(from)}`;
    if (to <= from || to !== endOfDay(to)) return `lot ${id} was moved to ${moment(to)}`;
  }
  return null;
}

function touchedBy(entry: Step['entry']): readonly LotFacts[] {
  if (entry.kind === 'CREDIT') return [entry.lot];
  if (entry.kind === 'REFUND' || entry.kind === 'RELEASE') return entry.restores.map(({ lot }) => lot);
  return 'draws' in entry ? entry.draws.map(({ lot }) => lot) : [];
}

const FACTS = ['openedSeq', 'creditSeq', 'original', 'funding', 'source', 'expiresAt'] as const;

/** Which of the facts of a lot is not the same; null when all are. */
export function differenceOf(known: LotFacts, said: LotFacts): string | null {
  return FACTS.find((fact) => known[fact] !== said[fact]) ?? null;
}

function listed(ids: readonly string[]): string {
  return ids.length === 0 ? 'no lot' : `lots ${ids.join(', ')}`;
}
