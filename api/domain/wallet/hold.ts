import type { Actor } from '../actor.ts';
import { addDays, addHours } from '../calendar.ts';
import { smaller, sum, type Paise } from '../money.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { mustBeActive, mustBeSaid, mustBeWithin, mustHaveFewHolds, mustHold } from './checks.ts';
import type {
  CaptureHoldCommand,
  HoldCreditCommand,
  PlaceHoldCommand,
  ReleaseHoldCommand,
} from './commands.ts';
import { expireGivenBack, restoresOf } from './due.ts';
import type { ReleaseEntry } from './entries.ts';
import { releaseEntryId } from './entry-id.ts';
import { holdStory } from './hold-story.ts';
import { heldOfCredit, keptBy, type HoldPurpose, type OpenHold } from './holds.ts';
import { drawFrom, type Draw } from './lots.ts';
import { mustBeAsQuoted } from './quote.ts';
import type { DecideContext, Recording } from './recording.ts';
import type { Wallet } from './wallet.ts';

/** Sets credits aside for an order, drawn in the order of a debit. Only an active wallet gets a new hold (product rule 16). */
export function placeHold(
  recording: Recording,
  command: PlaceHoldCommand,
  context: DecideContext,
): Refusal | null {
  const { wallet, now } = recording;
  const { policy, entryId: id, actor, intent } = context;
  const { amount, orderId, reason, quote } = command;
  const refusal =
    mustBeActive(wallet) ??
    mustBeWithin(amount, policy.operation) ??
    mustHaveFewHolds(wallet, policy.holds) ??
    mustHold(wallet, amount);
  if (refusal) return refusal;
  const latest = addDays(now, policy.holds.maxDays);
  const deadline = command.expiresAt ?? addHours(now, policy.holds.defaultHours);
  if (deadline <= now || deadline > latest) {
    const problem = `A hold ends in the future, at most ${policy.holds.maxDays} days from now.`;
    return { code: 'INVALID_INPUT', field: 'expiresAt', problem };
  }
  const draws = drawFrom(wallet.lots, amount);
  const changed = quote && mustBeAsQuoted(recording, quote, draws);
  if (changed) return changed;
  recording.add({
    ...{ kind: 'HOLD', id, actor, intent, reason, amount, purpose: 'ORDER', orderId, deadline, draws },
  });
  return null;
}

/**
 * Sets aside what is left of one credit, the lot that ends soonest first, in any status and whatever else is held: the bank has it in
 * doubt. It has no deadline, for nobody but the provider knows when that is decided (product rule 24). Amounts are in paise.
 */
export function holdCredit(
  recording: Recording,
  { credit, purpose, amount: asked, reason }: HoldCreditCommand,
  { entryId: id, actor, intent }: DecideContext,
): Refusal | null {
  const { wallet } = recording;
  if (credit.walletId !== wallet.id) return { code: 'CREDIT_NOT_FOUND' };
  const unsaid = mustBeSaid(reason);
  if (unsaid) return unsaid;
  const lots = wallet.lots.filter(({ creditSeq }) => creditSeq === credit.seq);
  const left = sum(lots.map(({ remaining }) => remaining));
  const held = heldOfCredit(wallet.holds, credit.seq);
  if (left === 0n) return { code: 'CREDIT_USED_UP', ...(held > 0n && { held }) };
  const amount = purpose === 'DISPUTE' ? smaller(asked ?? left, left) : (asked ?? left);
  if (amount < 1n || amount > left) return { code: 'AMOUNT_OUT_OF_RANGE', min: 1n, max: left };
  const draws = drawFrom(lots, amount);
  recording.add({
    ...{ kind: 'HOLD', id, actor, intent, reason, amount, purpose, orderId: null, deadline: null, draws },
  });
  return null;
}

/**
 * Spends what a hold keeps, or a part of it: the part that ends soonest first, and in any status, for the order was accepted before.
 * A final capture of a part gives the rest back in the same transaction.
 */
export function captureHold(
  recording: Recording,
  command: CaptureHoldCommand,
  context: DecideContext,
): Refusal | null {
  const hold = openHold(recording, command, context);
  if (isRefusal(hold)) return hold;
  const held = keptBy(hold.draws);
  const amount = command.amount ?? held;
  if (amount < 1n) return { code: 'AMOUNT_OUT_OF_RANGE', min: 1n, max: held };
  if (amount > held) return { code: 'HOLD_EXCEEDED', held };
  const { entryId: id, actor, intent } = context;
  const orderId = hold.orderId ?? hold.id;
  recording.add({
    ...{ kind: 'DEBIT', id, actor, intent, reason: command.reason, amount, orderId },
    ...{ draws: soonestOf(hold.draws, amount), holdId: hold.id },
    ...countedBefore(recording.wallet, orderId, amount),
  });
  if (command.isFinal) giveRestBack(recording, hold.id, actor);
  return null;
}

/** Gives back what a hold still keeps after the last that was spent or taken of it; nothing where it keeps nothing. */
export function giveRestBack(recording: Recording, holdId: string, actor: Actor): void {
  const { id: walletId, holds } = recording.wallet;
  const rest = holds.find(({ id }) => id === holdId);
  const own = { id: releaseEntryId(walletId, holdId), intent: null, reason: null };
  if (rest) giveBack(recording, rest, { ...own, actor, cause: 'REST' });
}

/** Gives back all that a hold still keeps, in any status. What comes back after its time expires at once. */
export function releaseHold(
  recording: Recording,
  command: ReleaseHoldCommand,
  context: DecideContext,
): Refusal | null {
  const unsaid = mustBeSaid(command.reason);
  if (unsaid) return unsaid;
  const hold = openHold(recording, command, context);
  if (isRefusal(hold)) return hold.code === 'HOLD_EXPIRED' ? endedBy(hold) : hold;
  const { entryId: id, actor, intent } = context;
  giveBack(recording, hold, { id, actor, intent, reason: command.reason, cause: 'RELEASED' });
  return null;
}

/** An order counts once, whichever comes first: what a report of it counted already does not count again as a debit. */
export function countedBefore({ openOrders }: Wallet, orderId: string, amount: Paise) {
  const order = openOrders.find((open) => open.orderId === orderId);
  return order ? { countedBefore: { month: order.month, amount: smaller(order.rest, amount) } } : {};
}

type Release = Pick<ReleaseEntry, 'id' | 'actor' | 'intent' | 'reason' | 'cause'>;

function giveBack(recording: Recording, hold: OpenHold, release: Release): void {
  const restores = restoresOf(hold);
  const { id: holdId, orderId, draws } = hold;
  recording.add({ kind: 'RELEASE', ...release, amount: keptBy(draws), orderId, holdId, restores });
  expireGivenBack(recording, restores);
}

/** The hold while it is open, or how it ended: perhaps by its deadline in this very decision. */
function openHold(
  recording: Recording,
  command: CaptureHoldCommand | ReleaseHoldCommand,
  { policy }: DecideContext,
): OpenHold | Refusal {
  const { wallet } = recording;
  const open = wallet.holds.find(({ id }) => id === command.holdId);
  if (open) return mustBeFor(open, command) ?? open;
  const story = holdStory(command.holdId, [...command.entries, ...recording.entries]);
  if (story?.placed.walletId !== wallet.id || story.status === 'OPEN' || story.endedAt === null)
    return { code: 'HOLD_NOT_FOUND' };
  const { status, endedAt: since } = story;
  if (status !== 'EXPIRED') return { code: 'HOLD_ENDED', status, since };
  const asked = command.kind === 'CAPTURE_HOLD' ? command.amount : null;
  const amount = asked ?? story.released;
  const refusal = mustBeActive(wallet) ?? mustBeWithin(amount, policy.operation) ?? mustHold(wallet, amount);
  return { code: 'HOLD_EXPIRED', since, available: wallet.balance, wouldWork: refusal === null };
}

/** What waits for the payment provider ends with that: nobody spends or releases it by hand. */
function mustBeFor({ purpose }: OpenHold, command: { readonly purpose?: HoldPurpose }): Refusal | null {
  if (purpose === (command.purpose ?? 'ORDER')) return null;
  const problem = 'It was not placed for an order: it ends by itself with what it waits for.';
  return { code: 'INVALID_INPUT', field: 'holdId', problem };
}

/** Who wants to give back need not hear what could be spent. */
function endedBy({ since }: { readonly since: number }): Refusal {
  return { code: 'HOLD_ENDED', status: 'EXPIRED', since };
}

/** Parts of a hold that come to an amount, the one that ends soonest first. */
export function soonestOf(kept: readonly Draw[], amount: Paise): Draw[] {
  return drawFrom(
    kept.map(({ lot, amount: remaining }) => ({ ...lot, remaining })),
    amount,
  );
}
