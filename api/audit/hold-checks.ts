import { isDeepStrictEqual } from 'node:util';
import { sum } from '../domain/money.ts';
import {
  heldChange,
  isMoneyEntry,
  type DebitEntry,
  type HoldEntry,
  type ReleaseEntry,
  type ReversalEntry,
} from '../domain/wallet/entries.ts';
import { heldBy } from '../domain/wallet/holds.ts';
import type { Draw } from '../domain/wallet/lots.ts';
import { differenceOf, type StepCheck } from './lot-checks.ts';
import type { ReplayedHold } from './replay.ts';
import type { WalletCheck } from './wallet-checks.ts';
import { moment, rupees } from './words.ts';

/** I20: what names a hold finds it open, takes no more than it keeps, and a release gives back all of that, for its own reason. */
export const holdsEndOnce: StepCheck = ({ entry, holds, previous }) => {
  if (entry.kind === 'HOLD') return deadlineFault(entry);
  const named =
    entry.kind === 'DEBIT' || entry.kind === 'REVERSAL' || entry.kind === 'RELEASE' ? entry : null;
  if (named?.holdId === undefined) return null;
  const hold = holds.find(({ placed }) => placed.id === named.holdId);
  if (!hold) return `hold ${named.holdId} was not open`;
  if (named.kind === 'REVERSAL') {
    const isInDoubt = hold.placed.purpose !== 'ORDER';
    return isInDoubt ? captureFault(named, hold) : `it takes what was held for order ${hold.placed.orderId}`;
  }
  if (named.orderId !== (hold.placed.orderId ?? named.orderId))
    return `it is for order ${named.orderId ?? 'none'}, its hold for ${hold.placed.orderId ?? 'none'}`;
  if (named.kind === 'DEBIT') return captureFault(named, hold);
  const isRest =
    (previous?.kind === 'DEBIT' || previous?.kind === 'REVERSAL') && previous.holdId === named.holdId;
  return releaseFault(named, hold) ?? causeFault(named, hold, isRest);
};

/** I12 for holds: nothing else happens once the deadline of one has come. */
export const holdsEndInTime: StepCheck = ({ entry, holds }) => {
  const mayBeAtOnce = entry.kind === 'EXPIRY' || (entry.kind === 'RELEASE' && entry.cause === 'EXPIRED');
  const overdue = holds.find(
    ({ placed: { id, deadline } }) =>
      !(entry.kind === 'RELEASE' && entry.holdId === id) &&
      deadline !== null &&
      (mayBeAtOnce ? deadline < entry.at : deadline <= entry.at),
  );
  return overdue
    ? `hold ${overdue.placed.id} was due on ${moment(overdue.placed.deadline ?? 0)} and not ended before it`
    : null;
};

/** I37, entry by entry. */
export const heldFollows: StepCheck = ({ entry, previous }) => {
  const due = (previous?.heldAfter ?? 0n) + (isMoneyEntry(entry) ? heldChange(entry) : 0n);
  const said = entry.heldAfter ?? 0n;
  return said === due ? null : `it leaves ${rupees(said)} held where ${rupees(due)} was due`;
};

/** I37, of the stored wallet. */
export const holdsAreWhatTheyKeep: WalletCheck = ({ kept: { wallet }, replay }) => {
  const told = replay.holds.map(({ placed, kept }) => ({ id: placed.id, kept }));
  const stored = wallet.holds.map(({ id, draws }) => ({ id, kept: draws }));
  if (!isDeepStrictEqual(plain(told), plain(stored)))
    return 'its open holds are not those that its entries leave open';
  const held = heldBy(wallet.holds);
  const last = replay.last?.heldAfter ?? 0n;
  return held === last ? null : `its holds keep ${rupees(held)}, its last entry says ${rupees(last)}`;
};

/** An order waits only so long, a payment in doubt as long as its bank. */
function deadlineFault({ at, deadline, purpose }: HoldEntry): string | null {
  if (deadline !== null)
    return deadline > at ? null : `it was to end on ${moment(deadline)}, before it began`;
  return purpose === 'ORDER' ? 'it is for an order and has no deadline' : null;
}

function captureFault({ draws }: DebitEntry | ReversalEntry, { kept }: ReplayedHold): string | null {
  for (const [at, { lot, amount }] of draws.entries()) {
    const part = kept[at];
    if (part?.lot.id !== lot.id) return `it took of lot ${lot.id} out of turn`;
    if (amount > part.amount)
      return `it takes ${rupees(amount)} of lot ${lot.id}, of which ${rupees(part.amount)} was held`;
    if (amount < part.amount && at < draws.length - 1)
      return `it went on to the next lot although of lot ${lot.id} more was held`;
  }
  return null;
}

function releaseFault({ restores }: ReleaseEntry, { kept }: ReplayedHold): string | null {
  const due = kept.toReversed();
  const isWhole =
    restores.length === due.length &&
    restores.every(
      ({ lot, amount, drawnFrom }, at) =>
        drawnFrom === lot.id && lot.id === due[at]?.lot.id && amount === due[at].amount,
    );
  const given = sum(restores.map(({ amount }) => amount));
  if (!isWhole)
    return `it gives back ${rupees(given)} and not what was kept of each credit, last drawn first`;
  const other = restores.find(({ lot }, at) => differenceOf(due[at]?.lot ?? lot, lot) !== null);
  return other ? `lot ${other.lot.id} is not what was held` : null;
}

function causeFault(
  { cause, at, bookedAt }: ReleaseEntry,
  { placed: { deadline } }: ReplayedHold,
  isRest: boolean,
): string | null {
  if (cause === 'EXPIRED' && deadline === null) return 'it had no deadline';
  if (cause === 'EXPIRED')
    return at >= (deadline ?? 0) && bookedAt !== undefined
      ? null
      : `its deadline was ${moment(deadline ?? 0)} only`;
  if (deadline !== null && at >= deadline) return `its deadline was ${moment(deadline)} already`;
  return cause !== 'REST' || isRest ? null : 'it is called the rest of a capture, and none came before it';
}

function plain(holds: readonly { readonly id: string; readonly kept: readonly Draw[] }[]) {
  return holds.map(({ id, kept }) => ({ id, kept: kept.map(({ lot, amount }) => [{ ...lot }, amount]) }));
}
