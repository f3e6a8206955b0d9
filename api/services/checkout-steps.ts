import { addMinutes } from '../domain/calendar.ts';
import type { EndedCheckout } from '../domain/checkout-status.ts';
import {
  cardPartsOf,
  checkoutDebitId,
  checkoutHoldId,
  checkoutOrderId,
  checkoutReleaseId,
  endedCheckout,
  walletPartOf,
  type Checkout,
  type CheckoutPart,
} from '../domain/checkout.ts';
import { cardEntryId } from '../domain/gift-card/card-entries.ts';
import { decideCard } from '../domain/gift-card/decide-card.ts';
import type { GiftCard } from '../domain/gift-card/gift-card.ts';
import { heldNow, whyNotSpendable, type SpendCard } from '../domain/gift-card/spend-card.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { DoubtKind, PaidCheckout, TopUp } from '../domain/top-up.ts';
import type { Quote, WalletCommand } from '../domain/wallet/commands.ts';
import { advanced } from '../domain/wallet/decide.ts';
import type { BatchContext } from '../ledger/use-case.ts';
import type { Reads, Scope } from '../ledger/working-set.ts';
import type { Caller } from './caller.ts';
import { putCard } from './issue-gift-cards.ts';
import { PAYMENTS } from './open-review.ts';

/** What is at hand where a checkout takes a step within a transaction, whoever leads it there. */
export interface Step {
  readonly work: Scope;
  readonly context: BatchContext;
  readonly caller: Caller;
}

/** What has to be read for a checkout to go on or to end. */
export function checkoutReads({ id, walletId, orderId, giftCardIds = [] }: PaidCheckout & OfWallet) {
  return {
    checkouts: [id],
    checkoutOrders: [checkoutOrderId(walletId, orderId)],
    ...{ wallets: [walletId], giftCards: giftCardIds },
  } satisfies Reads;
}

type OfWallet = Pick<Checkout, 'walletId'>;

/** The same of a checkout that is known, with cards that it has not got yet. */
export function readsOfCheckout(checkout: Checkout, more: readonly string[] = []) {
  const giftCardIds = [...new Set([...cardPartsOf(checkout).map(({ cardId }) => cardId), ...more])];
  return checkoutReads({ ...checkout, giftCardIds });
}

/**
 * Holds parts of a checkout until it ends; with `isAgain`, for a payment that came after that. All of them are held or, where
 * it is refused, none.
 */
export function holdParts(
  step: Step,
  checkout: Checkout,
  { parts, isAgain = false, quote }: { parts: readonly CheckoutPart[]; isAgain?: boolean; quote?: Quote },
): Refusal | null {
  const { id, orderId, expiresAt: deadline, walletId: customerId } = checkout;
  const { now, policy } = step.context;
  const ofCards = cardPartsOf({ parts });
  for (const { cardId, amount } of ofCards) {
    const card = cardIn(step, cardId);
    const refused = whyNotSpendable(card, now) ?? (amount > card.remaining ? heldNow(card) : null);
    if (refused) return refused;
  }
  const ofWallet = walletPartOf({ parts });
  if (ofWallet) {
    const expiresAt = isAgain ? addMinutes(now, policy.checkouts.minutes) : deadline;
    const { amount } = ofWallet;
    const command = { kind: 'PLACE_HOLD', amount, orderId, expiresAt, reason: null } as const;
    const entryId = checkoutHoldId(id, isAgain);
    const refused = actOnCredits(step, checkout, entryId, { ...command, ...(quote && { quote }) });
    if (refused) return refused;
  }
  for (const { cardId, amount } of ofCards) {
    const command = { kind: 'HOLD', amount, customerId, checkoutId: id, orderId } as const;
    actOnCard(step, checkout, cardId, checkoutHoldId(id, isAgain), command);
  }
  return null;
}

/** Ends a checkout that is paid: what it holds is captured with that, in whatever status its wallet and its cards are. */
export function settleCheckout(step: Step, checkout: Checkout): Checkout {
  const debitId = checkoutDebitId(checkout.id);
  for (const part of checkout.parts) {
    const { holdId } = part;
    if (part.kind === 'GIFT_CARD') {
      actOnCard(step, checkout, part.cardId, debitId, { kind: 'CAPTURE', holdId });
      continue;
    }
    const command = { kind: 'CAPTURE_HOLD', holdId, amount: null, isFinal: true, reason: null } as const;
    const refused = actOnCredits(step, checkout, debitId, { ...command, entries: [] });
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
  const entryId = checkoutReleaseId(checkout.id);
  for (const part of checkout.parts) {
    const { holdId } = part;
    if (part.kind === 'GIFT_CARD') {
      actOnCard(step, checkout, part.cardId, entryId, { kind: 'RELEASE', holdId });
      continue;
    }
    const hold = work.get('wallets', checkout.walletId)?.holds.find((open) => open.id === holdId);
    if (!hold) continue;
    const isDue = hold.expiresAt !== null && hold.expiresAt <= context.now;
    const release = { kind: 'RELEASE_HOLD', holdId, reason: reason ?? WHY[status], entries: [] } as const;
    const refused = actOnCredits(step, checkout, entryId, isDue ? { kind: 'EXPIRE' } : release);
    if (refused)
      throw new Error(`The credits of checkout ${checkout.id} could not be given back: ${refused.code}.`);
  }
  return end(step, checkout, status, reason);
}

const WHY = { FAILED: 'The payment failed', EXPIRED: 'The time to pay was over', CANCELLED: 'Cancelled' };

/**
 * Pays a checkout with what was collected for it. After it came to nothing it is paid all the same where its parts can be held
 * once more, unless somebody called it off or started another for its order. Answers why not, and then nothing is written.
 */
export function payCheckout(step: Step, { id: paymentId, checkout: of }: TopUp): DoubtKind | null {
  const { work } = step;
  const checkout = of && work.get('checkouts', of.id);
  if (!checkout) throw new Error(`There is no checkout of payment ${paymentId}.`);
  if (checkout.status === 'PAID') return 'LATE_PAYMENT';
  const order = work.get('checkoutOrders', checkoutOrderId(checkout.walletId, checkout.orderId));
  if (checkout.status === 'CANCELLED' || order?.checkoutId !== checkout.id) return 'CHECKOUT_ENDED';
  const lost = checkout.parts.filter((part) => !isHeld(step, checkout, part));
  const again = lost.map((part) => ({ ...part, holdId: againId(checkout, part) }));
  if (holdParts(step, checkout, { parts: again, isAgain: true })) return 'CHECKOUT_ENDED';
  const parts = checkout.parts.map((part) => again[lost.indexOf(part)] ?? part);
  settleCheckout(step, { ...checkout, paymentId, parts });
  return null;
}

/** The hold of a part that is held once more. */
function againId({ id }: Checkout, part: CheckoutPart): string {
  const holdId = checkoutHoldId(id, true);
  return part.kind === 'GIFT_CARD' ? cardEntryId(part.cardId, holdId) : holdId;
}

function isHeld(step: Step, { walletId }: Checkout, part: CheckoutPart): boolean {
  const { work, context } = step;
  if (part.kind === 'GIFT_CARD') return cardIn(step, part.cardId).holds.some(({ id }) => id === part.holdId);
  const hold = work.get('wallets', walletId)?.holds.find(({ id }) => id === part.holdId);
  return hold !== undefined && (hold.expiresAt === null || hold.expiresAt > context.now);
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

/** What a checkout does to the wallet of its customer. */
export function actOnCredits(
  { work, context: { now, policy }, caller }: Step,
  { walletId, intent }: Pick<Checkout, 'walletId' | 'intent'>,
  entryId: string,
  command: WalletCommand,
): Refusal | null {
  const wallet = work.get('wallets', walletId) ?? null;
  const advance = advanced(wallet, command, walletId, { now, policy, entryId, intent, ...caller });
  if (isRefusal(advance)) return advance;
  work.append(advance.wallet, advance.entries);
  return null;
}

/** What a checkout does to a card is checked before, so that a refusal is damage: thrown, it leaves nothing behind. */
export function actOnCard(
  step: Step,
  { id, intent }: Pick<Checkout, 'id' | 'intent'>,
  cardId: string,
  name: string,
  command: SpendCard,
): void {
  const { work, context, caller } = step;
  const { now, policy } = context;
  const card = cardIn(step, cardId);
  const decided = decideCard(card, command, cardId, {
    ...caller,
    now,
    terms: policy.giftCards,
    name,
    intent,
  });
  if (isRefusal(decided))
    throw new Error(`${command.kind} on gift card ${cardId} of checkout ${id} was refused: ${decided.code}.`);
  putCard(work, decided);
}

/** A card of a checkout, which was read with it. */
export function cardIn({ work }: Step, cardId: string): GiftCard {
  const card = work.get('giftCards', cardId);
  if (!card) throw new Error(`Gift card ${cardId} is gone.`);
  return card;
}
