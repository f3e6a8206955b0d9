import { addMinutes } from '../domain/calendar.ts';
import type { EndedCheckout } from '../domain/checkout-status.ts';
import {
  checkoutDebitId,
  checkoutHoldId,
  checkoutOrderId,
  checkoutReleaseId,
  endedCheckout,
  type Checkout,
} from '../domain/checkout.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { DoubtKind, TopUp } from '../domain/top-up.ts';
import type { Quote, WalletCommand } from '../domain/wallet/commands.ts';
import { advanced } from '../domain/wallet/decide.ts';
import type { BatchContext } from '../ledger/use-case.ts';
import type { Reads, Scope } from '../ledger/working-set.ts';
import type { Caller } from './caller.ts';
import { PAYMENTS } from './open-review.ts';

/** What is at hand where a checkout takes a step within a transaction, whoever leads it there. */
export interface Step {
  readonly work: Scope;
  readonly context: BatchContext;
  readonly caller: Caller;
}

/** What has to be read for a checkout to go on or to end. */
export function checkoutReads({ id, walletId, orderId }: Pick<Checkout, 'id' | 'walletId' | 'orderId'>) {
  return {
    checkouts: [id],
    checkoutOrders: [checkoutOrderId(walletId, orderId)],
    wallets: [walletId],
  } satisfies Reads;
}

/** Holds the credits of a checkout until it ends; with `isAgain`, for a payment that came after that. */
export function holdCredits(step: Step, checkout: Checkout, isAgain = false, quote?: Quote): Refusal | null {
  const { id, orderId, expiresAt: deadline, parts } = checkout;
  const { now, policy } = step.context;
  const expiresAt = isAgain ? addMinutes(now, policy.checkouts.minutes) : deadline;
  for (const { amount } of parts) {
    const command = { kind: 'PLACE_HOLD', amount, orderId, expiresAt, reason: null } as const;
    const entryId = checkoutHoldId(id, isAgain);
    const refused = act(step, checkout, entryId, { ...command, ...(quote && { quote }) });
    if (refused) return refused;
  }
  return null;
}

/** Ends a checkout that is paid: its credits are captured with that, in whatever status its wallet is. */
export function settleCheckout(step: Step, checkout: Checkout): Checkout {
  for (const { holdId } of checkout.parts) {
    const command = { kind: 'CAPTURE_HOLD', holdId, amount: null, isFinal: true, reason: null } as const;
    const refused = act(step, checkout, checkoutDebitId(checkout.id), { ...command, entries: [] });
    // Thrown, it leaves nothing behind: no checkout is paid without its credits, and no payment seems done.
    if (refused)
      throw new Error(`The credits of checkout ${checkout.id} could not be captured: ${refused.code}.`);
  }
  return end(step, checkout, 'PAID', null);
}

/** Ends a checkout that comes to nothing: what it holds is given back with that, unless its deadline did so already. */
export function releaseCheckout(
  step: Step,
  checkout: Checkout,
  status: Exclude<EndedCheckout, 'PAID'>,
  reason: string | null,
): Checkout {
  const { work, context } = step;
  for (const { holdId } of checkout.parts) {
    const hold = work.get('wallets', checkout.walletId)?.holds.find((open) => open.id === holdId);
    if (!hold) continue;
    const isDue = hold.expiresAt !== null && hold.expiresAt <= context.now;
    const release = { kind: 'RELEASE_HOLD', holdId, reason: reason ?? WHY[status], entries: [] } as const;
    const entryId = checkoutReleaseId(checkout.id);
    const refused = act(step, checkout, entryId, isDue ? { kind: 'EXPIRE' } : release);
    if (refused)
      throw new Error(`The credits of checkout ${checkout.id} could not be given back: ${refused.code}.`);
  }
  return end(step, checkout, status, reason);
}

const WHY = { FAILED: 'The payment failed', EXPIRED: 'The time to pay was over', CANCELLED: 'Cancelled' };

/**
 * Pays a checkout with what was collected for it. After it came to nothing it is paid all the same where its credits can be held
 * once more, unless somebody called it off or started another for its order. Answers why not, and then nothing is written.
 */
export function payCheckout(step: Step, { id: paymentId, checkout: of }: TopUp): DoubtKind | null {
  const { work } = step;
  const checkout = of && work.get('checkouts', of.id);
  if (!checkout) throw new Error(`There is no checkout of payment ${paymentId}.`);
  if (checkout.status === 'PAID') return 'LATE_PAYMENT';
  const order = work.get('checkoutOrders', checkoutOrderId(checkout.walletId, checkout.orderId));
  if (checkout.status === 'CANCELLED' || order?.checkoutId !== checkout.id) return 'CHECKOUT_ENDED';
  const paidBy = { ...checkout, paymentId };
  if (isHeld(step, checkout)) {
    settleCheckout(step, paidBy);
    return null;
  }
  const parts = checkout.parts.map((part) => ({ ...part, holdId: checkoutHoldId(checkout.id, true) }));
  const again = { ...paidBy, parts };
  if (holdCredits(step, again, true)) return 'CHECKOUT_ENDED';
  settleCheckout(step, again);
  return null;
}

function isHeld({ work, context }: Step, { walletId, parts }: Checkout): boolean {
  const open =
    work
      .get('wallets', walletId)
      ?.holds.filter(({ expiresAt }) => expiresAt === null || expiresAt > context.now) ?? [];
  return parts.every(({ holdId }) => open.some(({ id }) => id === holdId));
}

/** Ends the checkout of a payment that came to nothing, where that is how it is to be paid now. */
export function failCheckout(step: Step, payment: TopUp): void {
  const checkout = payment.checkout && step.work.get('checkouts', payment.checkout.id);
  if (!checkout || checkout.status !== 'PAYING' || checkout.paymentId !== payment.id) return;
  if (payment.status === 'FAILED') releaseCheckout(step, checkout, 'FAILED', null);
  if (payment.status === 'EXPIRED') releaseCheckout(step, checkout, 'EXPIRED', null);
}

/** The provider, in a request: what it reports pays and ends checkouts. */
export function providerStep(work: Scope, context: BatchContext, requestId: string): Step {
  return { work, context, caller: { actor: PAYMENTS, requestId } };
}

/** Makes a checkout the one that its order has. */
export function takeOrder(
  { work, context }: Step,
  { id: checkoutId, walletId, orderId, status }: Checkout,
): void {
  const id = checkoutOrderId(walletId, orderId);
  const version = (work.get('checkoutOrders', id)?.version ?? 0) + 1;
  work.put('checkoutOrders', id, { id, version, checkoutId, status, since: context.now });
}

/** Writes a checkout, and how its order stands by it; where the order has another by now, it stands by that. */
export function putCheckout(step: Step, checkout: Checkout): Checkout {
  const { id, walletId, orderId, status } = checkout;
  step.work.put('checkouts', id, checkout);
  const order = step.work.get('checkoutOrders', checkoutOrderId(walletId, orderId));
  if (order?.checkoutId === id && order.status !== status) takeOrder(step, checkout);
  return checkout;
}

function end(step: Step, checkout: Checkout, status: EndedCheckout, reason: string | null): Checkout {
  const ending = { by: step.caller.actor, at: step.context.now, reason };
  return putCheckout(step, endedCheckout(checkout, status, ending));
}

function act(
  { work, context: { now, policy }, caller }: Step,
  { walletId, intent }: Checkout,
  entryId: string,
  command: WalletCommand,
): Refusal | null {
  const wallet = work.get('wallets', walletId) ?? null;
  const advance = advanced(wallet, command, walletId, { now, policy, entryId, intent, ...caller });
  if (isRefusal(advance)) return advance;
  work.append(advance.wallet, advance.entries);
  return null;
}
