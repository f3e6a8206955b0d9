import { SYSTEM_ACTOR } from '../actor.ts';
import { addDays, endOfDay, type Instant } from '../calendar.ts';
import { sum } from '../money.ts';
import type { Policy } from '../policy.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type {
  CreditCommand,
  DebitCommand,
  OpenCommand,
  SetStatusCommand,
  WalletCommand,
  PurchaseCommand,
} from './commands.ts';
import { mustBeActive, mustBeSaid, mustBeWithin, mustHaveRoom, mustHold } from './checks.ts';
import type { Entry } from './entries.ts';
import { bookDue } from './due.ts';
import { evolve } from './evolve.ts';
import { captureHold, countedBefore, holdCredit, placeHold, releaseHold } from './hold.ts';
import { nextDueAt } from './holds.ts';
import { drawFrom, fundingOf, type CreditSource } from './lots.ts';
import { mustBeAsQuoted } from './quote.ts';
import { Recording, type DecideContext } from './recording.ts';
import { refund } from './refund.ts';
import { settle } from './settlement.ts';
import { extend, reverse } from './staff-acts.ts';
import { tierStanding } from './tier.ts';
import type { Wallet } from './wallet.ts';

export type Decision = readonly Entry[] | Refusal;

/** What a command does to a wallet: the entries to append, in order, and the wallet after them. */
export interface Advance {
  readonly entries: readonly Entry[];
  readonly wallet: Wallet;
}

/**
 * What happens to a wallet when it is asked something: the entries to append, in order, or a refusal, and then nothing.
 * Pure. What is due comes first, expiries and deadlines of holds (product rules 5 and 16), and what an entry gives back too late
 * expires after it: so one command can yield several entries. Its own has the id that the context names.
 */
export function decide(
  wallet: Wallet | null,
  command: WalletCommand,
  walletId: string,
  context: DecideContext,
): Decision {
  const advance = advanced(wallet, command, walletId, context);
  return isRefusal(advance) ? advance : advance.entries;
}

/** Decides like `decide`, and folds the entries into the wallet, which deciding takes anyway. */
export function advanced(
  wallet: Wallet | null,
  command: WalletCommand,
  walletId: string,
  context: DecideContext,
): Advance | Refusal {
  if (command.kind === 'OPEN') return open(wallet, command, walletId, context);
  if (!wallet) return { code: 'WALLET_NOT_FOUND', customerId: walletId };
  const recording = new Recording(wallet, context);
  bookDue(recording);
  return act(recording, command, context) ?? recording;
}

/** The wallet as it is at an instant: what is due counts as booked although nobody has booked it yet (product rules 5 and 16). */
export function asOf(wallet: Wallet, now: Instant, policy: Policy): Wallet {
  if ((nextDueAt(wallet) ?? Infinity) > now) return wallet;
  const viewed = { actor: SYSTEM_ACTOR, requestId: 'view', entryId: 'view', intent: null };
  const recording = new Recording(wallet, { now, policy, ...viewed });
  bookDue(recording);
  // Only what there is differs: nothing was written, so counts, totals, position and times are still those of the journal.
  const { balance, lots, holds } = recording.wallet;
  return { ...wallet, balance, lots, holds };
}

function act(
  recording: Recording,
  command: Exclude<WalletCommand, OpenCommand>,
  context: DecideContext,
): Refusal | null {
  switch (command.kind) {
    case 'CREDIT':
      return credit(recording, command, context);
    case 'DEBIT':
      return debit(recording, command, context);
    case 'REFUND':
      return refund(recording, command, context);
    case 'SET_STATUS':
      return setStatus(recording, command, context);
    case 'REVERSE':
      return reverse(recording, command, context);
    case 'EXTEND':
      return extend(recording, command, context);
    case 'SETTLE':
      return settle(recording, command, context);
    case 'PURCHASE':
      return purchase(recording, command, context);
    case 'PLACE_HOLD':
      return placeHold(recording, command, context);
    case 'HOLD_CREDIT':
      return holdCredit(recording, command, context);
    case 'CAPTURE_HOLD':
      return captureHold(recording, command, context);
    case 'RELEASE_HOLD':
      return releaseHold(recording, command, context);
    case 'EXPIRE':
      return null;
  }
}

function open(
  wallet: Wallet | null,
  command: OpenCommand,
  walletId: string,
  context: DecideContext,
): Advance | Refusal {
  if (wallet) return { code: 'WALLET_EXISTS', since: wallet.openedAt };
  const { now, actor, requestId, entryId, intent } = context;
  const place = { id: entryId, walletId, seq: 1, at: now, balanceAfter: 0n, running: {} };
  const { kind: _, ...codes } = command;
  const entry = { kind: 'OPEN', ...place, actor, requestId, intent, reason: null, ...codes } as const;
  return { entries: [entry], wallet: evolve(null, entry) };
}

function credit(recording: Recording, command: CreditCommand, context: DecideContext): Refusal | null {
  const { wallet, now } = recording;
  const { policy, entryId, actor, intent } = context;
  const { amount, source, reason, orderId, origin = null } = command;
  // What a customer has paid for, and what comes back of an order, is owed and lands in any status and at any balance (product rule 10).
  const isOwed =
    origin?.kind === 'TOP_UP' || (origin?.kind === 'GIFT_CARD' && origin.checkoutId !== undefined);
  const refusal = isOwed ? null : mayBeGranted(wallet, command, policy);
  if (refusal) return refusal;
  const expiresAt =
    command.expiresOn === null ? lifetimeEnd(wallet, source, policy, now) : endOfDay(command.expiresOn);
  if (expiresAt !== null && expiresAt <= now) return { code: 'EXPIRES_IN_PAST' };
  const seq = wallet.seq + 1;
  const lot = {
    id: `${seq}`,
    openedSeq: seq,
    creditSeq: seq,
    original: amount,
    funding: fundingOf(source),
    source,
    expiresAt,
  };
  recording.add({ kind: 'CREDIT', id: entryId, actor, intent, reason, orderId, amount, lot, origin });
  return null;
}

function mayBeGranted(
  wallet: Wallet,
  { amount, reason, origin }: CreditCommand,
  policy: Policy,
): Refusal | null {
  // What a person found to be a customer's payment lands in any status too; what a wallet can hold is theirs to look at.
  if (origin?.kind === 'REVIEW') return mustHaveRoom(wallet, amount, policy);
  // What is left on a gift card may be less than an operation moves.
  if (origin?.kind === 'GIFT_CARD') return mustBeActive(wallet) ?? mustHaveRoom(wallet, amount, policy);
  return (
    mustBeActive(wallet) ??
    mustBeWithin(amount, policy.operation) ??
    mustBeSaid(reason) ??
    mustHaveRoom(wallet, amount, policy)
  );
}

function debit(recording: Recording, command: DebitCommand, context: DecideContext): Refusal | null {
  const { wallet } = recording;
  const { amount, orderId, reason, quote } = command;
  const refusal =
    mustBeActive(wallet) ?? mustBeWithin(amount, context.policy.operation) ?? mustHold(wallet, amount);
  if (refusal) return refusal;
  const draws = drawFrom(wallet.lots, amount);
  const changed = quote && mustBeAsQuoted(recording, quote, draws);
  if (changed) return changed;
  const { entryId: id, actor, intent } = context;
  const counted = countedBefore(wallet, orderId, amount);
  recording.add({ kind: 'DEBIT', id, actor, intent, reason, amount, orderId, draws, ...counted });
  return null;
}

function purchase(recording: Recording, command: PurchaseCommand, context: DecideContext): null {
  const { orderId, total, debits } = command;
  const { entryId: id, actor, intent } = context;
  const counted = total - sum(debits.map(({ amount }) => amount));
  if (counted > 0n)
    recording.add({ kind: 'PURCHASE', id, actor, intent, reason: null, orderId, counted, isOpen: true });
  return null;
}

function setStatus(recording: Recording, command: SetStatusCommand, context: DecideContext): Refusal | null {
  const { status: previous, statusSince } = recording.wallet;
  const { status, reason, shownReason } = command;
  const { entryId: id, actor, intent } = context;
  const unsaid = mustBeSaid(reason);
  if (unsaid) return unsaid;
  if (status === previous)
    return { code: 'INVALID_INPUT', field: 'status', problem: `The wallet is ${status} already.` };
  if (actor.role === 'STAFF' && previous === 'SUSPENDED')
    return { code: 'WALLET_SUSPENDED', since: statusSince };
  if (actor.role === 'STAFF' && status === 'SUSPENDED')
    return { code: 'INVALID_INPUT', field: 'status', problem: 'Only an admin suspends a wallet.' };
  if (status === 'ACTIVE' && shownReason)
    return { code: 'INVALID_INPUT', field: 'shownReason', problem: 'A wallet in use shows no reason.' };
  const shown = shownReason && { shownReason };
  recording.add({ kind: 'STATUS', id, actor, intent, reason, status, previous, ...shown });
  return null;
}

/** New credits live as long as the tier held just before they came grants; referral bonuses have a term of their own (product rule 6). */
function lifetimeEnd(wallet: Wallet, source: CreditSource, policy: Policy, now: Instant): Instant | null {
  const { creditLifetimeDays } = tierStanding(wallet, policy, now).tier;
  const days = source === 'REFERRAL' ? policy.referral.validityDays : creditLifetimeDays;
  return days === null ? null : endOfDay(addDays(now, days));
}
