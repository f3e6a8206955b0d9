import { SYSTEM_ACTOR } from '../actor.ts';
import type { Instant } from '../calendar.ts';
import { expiryEntryId, releaseEntryId } from './entry-id.ts';
import { dueHolds, keptBy, type DueHold, type OpenHold } from './holds.ts';
import { byOrderOfUse, dueLots, isDue, type Draw, type DueLot } from './lots.ts';
import type { ExpiryDraft, Recording } from './recording.ts';

/**
 * Books what is due in the order of time: lots that have ended and holds that have met their deadline (product rules 5 and 16). A
 * lot that ends at the very instant of a deadline ends first.
 */
export function bookDue(recording: Recording): void {
  const { now } = recording;
  for (const hold of dueHolds(recording.wallet.holds, now)) {
    expireUpTo(recording, hold.expiresAt);
    endAtDeadline(recording, hold, now);
  }
  expireUpTo(recording, now);
}

/** What is given back of a hold: all that it keeps, last drawn first, each part to its lot. */
export function restoresOf({ draws }: Pick<OpenHold, 'draws'>) {
  return draws.toReversed().map(({ lot, amount }) => ({ drawnFrom: lot.id, lot, amount }));
}

/** Expires what the release that was added last has given back after its time (product rule 16), soonest first. */
export function expireGivenBack(recording: Recording, restores: readonly Draw[]): void {
  const { wallet } = recording;
  const { updatedAt: at, seq: releasedBy } = wallet;
  const late = restores
    .map(({ lot, amount }) => ({ ...lot, remaining: amount }))
    .filter((lot) => isDue(lot, at))
    .sort(byOrderOfUse);
  if (late.length > 0) recording.expire(late.map((lot) => expiryOf(lot, wallet.id, { releasedBy })));
}

function expireUpTo(recording: Recording, instant: Instant): void {
  const { wallet } = recording;
  const due = dueLots(wallet.lots, instant);
  if (due.length > 0) recording.expire(due.map((lot) => expiryOf(lot, wallet.id)));
}

function endAtDeadline(recording: Recording, hold: DueHold, bookedAt: Instant): void {
  const { id: holdId, orderId, expiresAt, draws } = hold;
  const restores = restoresOf(hold);
  recording.add(
    {
      ...{ kind: 'RELEASE', id: releaseEntryId(recording.wallet.id, holdId), actor: SYSTEM_ACTOR },
      ...{ intent: null, reason: null, amount: keptBy(draws), orderId, holdId, cause: 'EXPIRED' },
      ...{ restores, bookedAt },
    },
    expiresAt,
  );
  expireGivenBack(recording, restores);
}

function expiryOf(
  { remaining: amount, ...lot }: DueLot,
  walletId: string,
  { releasedBy }: { readonly releasedBy?: number } = {},
): ExpiryDraft {
  return {
    kind: 'EXPIRY',
    id: expiryEntryId(walletId, lot.id, releasedBy),
    actor: SYSTEM_ACTOR,
    intent: null,
    reason: null,
    amount,
    draws: [{ lot, amount }],
    expiredAt: lot.expiresAt,
    ...(releasedBy !== undefined && { releasedBy }),
  };
}
