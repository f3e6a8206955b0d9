import { actId, differences, type Facts } from '../domain/act.ts';
import type { Approval } from '../domain/approval.ts';
import { addDays } from '../domain/calendar.ts';
import {
  cardPartsOf,
  changedCheckout,
  checkoutCreditId,
  checkoutDebitId,
  checkoutRefundId,
  type BackOfCard,
  type Checkout,
  type CheckoutRefund,
} from '../domain/checkout.ts';
import { decideRefund, meansOf, refundedOf, splitAmount, type PaidMeans } from '../domain/checkout-refund.ts';
import { sourceOf } from '../domain/gift-card/gift-card.ts';
import { formatRupees, sum, type Paise } from '../domain/money.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { TopUp } from '../domain/top-up.ts';
import { withRefund } from '../domain/top-up-refund.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import {
  actOnCard,
  actOnCredits,
  cardIn,
  putCheckout,
  readsOfCheckout,
  type Step,
} from './checkout-steps.ts';
import { continueTopUpRefunds } from './continue-top-up-refund.ts';
import { intentOf, keyDigest } from './idempotency.ts';
import type { Refused } from './outcome.ts';
import { findCheckout } from './queries/find-checkout.ts';
import { claimsOn } from './queries/find-means.ts';
import { record } from './record-act.ts';
import type { CheckoutState } from './start-checkout.ts';

export interface RefundCheckout {
  readonly checkoutId: string;
  /** In paise; null gives back all that can still go back. */
  readonly amount: Paise | null;
  readonly reason: string;
  /** What had gone back of it when that was decided, in paise; left out, whatever has gone back by now. */
  readonly expectedRefunded?: Paise;
  readonly idempotencyKey: string;
}

export interface RefundedCheckout extends CheckoutState {
  readonly refund: CheckoutRefund;
  readonly replayed: boolean;
  /** Of a key that has acted before: what another person had to agree to. Left out where nobody had to. */
  readonly approval?: Approval;
}

/** What has to be looked up of an order, to know what giving it back reads. */
export interface SeenOrder {
  /** As it was when it was looked at: once it is paid, its parts and its payment stay. */
  readonly seen: Checkout;
  /** The refunds and disputes of its payment that the provider had told of. */
  readonly claims: readonly string[];
  /** The version of its payment at that look: whatever was told of it since has changed that. 0 where nothing was left to pay. */
  readonly paymentVersion: number;
  /** Who takes payments now; null where nobody does. */
  readonly provider: string | null;
}

export interface OrderRefund extends SeenOrder {
  readonly caller: Caller;
  readonly input: Omit<RefundCheckout, 'idempotencyKey'>;
  readonly key: string;
  readonly intent: string;
}

/** A refund, and what had gone back before it, in paise; of one that was there already, only itself. */
export type Given =
  | { readonly refund: CheckoutRefund; readonly replayed: true }
  | { readonly refund: CheckoutRefund; readonly replayed: false; readonly before: Paise };

/** What nobody is told as long as looking again helps. */
const LOOK_AGAIN: Refused = { refused: { code: 'PAYMENT_CONFIRMING' } };
const MOST_LOOKS = 8;

/**
 * One transaction gives back to cards and credits, and writes down that the provider is to be asked for the rest: so nobody is
 * asked for what was not decided, and what was decided is asked for, however often it takes.
 */
export const refundingCheckout: UseCase<OrderRefund, Given | Refused> = {
  name: 'refundCheckout',
  reads: ({ seen, claims }) => ({
    ...readsOfCheckout(seen),
    ...{ entries: [checkoutDebitId(seen.id)], refundsOf: [checkoutDebitId(seen.id)] },
    ...(seen.paymentId !== null && { topUps: [seen.paymentId], paymentReviews: claims }),
  }),
  decide: (asked, work, context) => {
    const { caller, input, seen, claims, paymentVersion, key, intent, provider } = asked;
    const checkout = work.get('checkouts', seen.id);
    if (!checkout) return { refused: { code: 'CHECKOUT_NOT_FOUND' } };
    const known = checkout.refunds?.find((refund) => refund.key === key);
    if (known?.intent === intent) return { refund: known, replayed: true };
    if (known) return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: known.at } };
    const step = { work, context, caller };
    const { paymentId } = checkout;
    const payment = paymentId === null ? null : (work.get('topUps', paymentId) ?? null);
    // A payment was begun since, or something was told of it, of which nothing is known here.
    if (paymentId !== null && payment?.version !== paymentVersion) return LOOK_AGAIN;
    const means = meansNow(step, checkout, { payment, claims });
    const before = refundedOf(means);
    const { expectedRefunded = before } = input;
    if (expectedRefunded !== before) return { refused: { code: 'QUOTE_CHANGED', moved: [] } };
    const split = decideRefund(checkout, means, input);
    if (isRefusal(split)) return { refused: split };
    if (split.toSource > 0n && payment?.provider !== provider)
      return { refused: { code: 'PAYMENT_UNAVAILABLE' } };
    const refund: CheckoutRefund = {
      ...{ ...split, amount: splitAmount(split), reason: input.reason },
      ...{ by: caller.actor, at: context.now, key, intent },
    };
    const refused = giveBack(step, checkout, payment, refund);
    if (refused) work.discard();
    return refused ? { refused } : { refund, replayed: false, before };
  },
};

function meansNow(
  { work, context: { now } }: Step,
  checkout: Checkout,
  { payment, claims }: { readonly payment: TopUp | null; readonly claims: readonly string[] },
): PaidMeans {
  const cards = new Map(cardPartsOf(checkout).map(({ cardId }) => [cardId, work.get('giftCards', cardId)]));
  const walletBack = sum(work.named('refundsOf', checkoutDebitId(checkout.id)).map(({ amount }) => amount));
  const reviews = claims.flatMap((id) => work.get('paymentReviews', id) ?? []);
  return meansOf(checkout, payment, cards, { reviews, walletBack, now });
}

function giveBack(
  step: Step,
  checkout: Checkout,
  payment: TopUp | null,
  refund: CheckoutRefund,
): Refusal | null {
  const { work, context, caller } = step;
  const { id, orderId, walletId, refunds = [] } = checkout;
  const n = refunds.length + 1;
  if (payment && refund.toSource > 0n) askProvider(step, payment, checkoutRefundId(id, n), refund.toSource);
  for (const [index, part] of refund.toCards.entries()) {
    const refused = giveBackCard(step, { checkout, refund, n, part, place: index + 1 });
    if (refused) return refused;
  }
  const refused = refund.toWallet > 0n ? giveBackCredits(step, checkout, refund, n) : null;
  if (refused) return refused;
  putCheckout(step, changedCheckout(checkout, { refunds: [...refunds, refund] }, context.now));
  record(work, context, caller, {
    ...{ id: actId('refundCheckout', id, n), act: 'refundCheckout', reason: refund.reason },
    ...{ subject: { kind: 'WALLET', id: walletId }, customerId: walletId },
    ...differences(null, factsOf(refund, orderId)),
  });
  return null;
}

/** It is asked once this is written, by whoever goes on with it. */
function askProvider(
  { work, context: { now }, caller: { actor } }: Step,
  payment: TopUp,
  refundId: string,
  amount: Paise,
): void {
  const [paid] = payment.payments;
  if (!paid) throw new Error(`Nothing was collected by payment ${payment.id}.`);
  const refund = {
    ...{ status: 'PROCESSING' as const, paymentId: paid.id, amount },
    // Nothing of a wallet keeps it: what it would take was never there.
    ...{ creditId: refundId, holdId: refundId, receipt: `co-${keyDigest(refundId)}`, refundId: null },
    ...{ by: actor, at: now, endedAt: null },
  };
  work.put('topUps', payment.id, withRefund(payment, refund, now));
}

interface PartBack {
  readonly checkout: Checkout;
  readonly refund: CheckoutRefund;
  /** Which refund of the checkout it is, and which card of that, both from 1. */
  readonly n: number;
  readonly place: number;
  readonly part: BackOfCard;
}

function giveBackCard(step: Step, { checkout, refund, n, place, part }: PartBack): Refusal | null {
  const { id, orderId, walletId } = checkout;
  const { reason, intent } = refund;
  const { now, policy } = step.context;
  const { cardId, amount } = part;
  const graceDays = policy.refundGraceDays;
  if (part.into === 'CARD') {
    const command = { kind: 'REFUND', amount, reason, checkoutId: id, orderId, graceDays } as const;
    actOnCard(step, { id, intent }, cardId, checkoutRefundId(id, n), { ...command, customerId: walletId });
    return null;
  }
  const card = cardIn(step, cardId);
  const expiresOn = card.expiresAt > now ? card.expiresAt : addDays(now, graceDays);
  const origin = { kind: 'GIFT_CARD', giftCardId: cardId, checkoutId: id } as const;
  const credit = {
    kind: 'CREDIT',
    amount,
    source: sourceOf(card),
    reason,
    expiresOn,
    orderId,
    origin,
  } as const;
  return actOnCredits(step, { walletId, intent }, checkoutCreditId(id, n, place), credit);
}

function giveBackCredits(step: Step, checkout: Checkout, refund: CheckoutRefund, n: number): Refusal | null {
  const { id, walletId } = checkout;
  const debitId = checkoutDebitId(id);
  const debit = step.work.entry(debitId);
  if (debit?.kind !== 'DEBIT') throw new Error(`The credits of checkout ${id} were never captured.`);
  const { toWallet: amount, reason, intent } = refund;
  const earlier = step.work.named('refundsOf', debitId);
  const command = { kind: 'REFUND', debit, earlier, amount, reason } as const;
  return actOnCredits(step, { walletId, intent }, checkoutRefundId(id, n), command);
}

function factsOf({ amount, toSource, toCards, toWallet }: CheckoutRefund, orderId: string): Facts {
  const said = (paise: Paise) => (paise > 0n ? formatRupees(paise) : null);
  const ofCards = said(sum(toCards.map((part) => part.amount)));
  return {
    ...{ orderId, amount: formatRupees(amount) },
    ...{ toSource: said(toSource), toGiftCards: ofCards, toWallet: said(toWallet) },
  };
}

/** What has to be looked up of an order that is to go back; null where there is none. */
export async function lookAtOrder(app: App, checkoutId: string): Promise<SeenOrder | null> {
  const known = await findCheckout(app, checkoutId);
  if (!known) return null;
  const claims = (await claimsOn(app, known.payment)).map(({ id }) => id);
  // The payment was read first: of a claim that came in between, its version tells.
  const paymentVersion = known.payment?.version ?? 0;
  return { seen: known.checkout, claims, paymentVersion, provider: app.payments.provider?.name ?? null };
}

/** A refund on its way to the engine, under its key; null where there is no such order. */
export async function orderRefund(
  app: App,
  caller: Caller,
  { idempotencyKey, ...input }: RefundCheckout,
): Promise<OrderRefund | null> {
  const order = await lookAtOrder(app, input.checkoutId);
  const key = keyDigest(`${caller.actor.id}:${idempotencyKey}`);
  // On what somebody decided is no part of what is asked for: who looks again uses the same key.
  const { expectedRefunded: _, ...described } = input;
  return order && { ...order, caller, input, key, intent: intentOf(refundingCheckout.name, described) };
}

/** Has the provider asked for what is to go to the source of the payment of an order, and says how the order stands. */
export async function goOnWithRefund(
  app: App,
  { id, paymentId }: Checkout,
  requestId: string,
): Promise<CheckoutState> {
  if (paymentId !== null) await continueTopUpRefunds(app, paymentId, requestId);
  return standing(app, id);
}

/** How an order stands that is known to be there. */
export async function standing(app: App, checkoutId: string): Promise<CheckoutState> {
  const state = await findCheckout(app, checkoutId);
  if (!state) throw new Error(`Checkout ${checkoutId} is gone.`);
  return state;
}

/**
 * Gives back a paid checkout or a part of it: to where the payment came from, to its cards, to its credits (product rule 18). What of
 * the first a crash or a silent provider leaves undone, the poller does.
 */
export async function refundCheckout(
  app: App,
  caller: Caller,
  input: RefundCheckout,
): Promise<RefundedCheckout | Refused> {
  const { asked, answer } = await decided(
    () => orderRefund(app, caller, input),
    (order) => app.engine.submit(refundingCheckout, order),
  );
  return asked ? completed(app, asked, answer) : { refused: { code: 'CHECKOUT_NOT_FOUND' } };
}

/** Looks at an order and decides on that, and once more where the provider told something in between. */
export async function decided<Looked, Answer extends object>(
  look: () => Promise<Looked | null>,
  decide: (looked: Looked) => Promise<Answer>,
): Promise<
  { readonly asked: Looked; readonly answer: Answer } | { readonly asked: null; readonly answer: null }
> {
  for (let looks = 1; ; looks += 1) {
    const asked = await look();
    if (asked === null) return { asked: null, answer: null };
    const answer = await decide(asked);
    const isStale = 'refused' in answer && answer.refused === LOOK_AGAIN.refused;
    if (!isStale || looks === MOST_LOOKS) return { asked, answer };
  }
}

/** What becomes of a refund that was decided. */
export async function completed(
  app: App,
  { seen, caller }: OrderRefund,
  given: Given | Refused,
): Promise<RefundedCheckout | Refused> {
  if ('refused' in given) return given;
  const isAsked = !given.replayed && given.refund.toSource > 0n;
  const state = isAsked ? await goOnWithRefund(app, seen, caller.requestId) : await standing(app, seen.id);
  return { ...state, refund: given.refund, replayed: given.replayed };
}
