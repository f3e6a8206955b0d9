import { addMinutes } from '../domain/calendar.ts';
import {
  cardPartsOf,
  cardsFor,
  checkoutHoldId,
  checkoutOrderId,
  creditsFor,
  isOpenCheckout,
  mustBeFree,
  partOfCard,
  paying,
  type Checkout,
  type CreditsUse,
} from '../domain/checkout.ts';
import { sum, type Paise } from '../domain/money.ts';
import { isRefusal } from '../domain/refusal.ts';
import { awaitsOffer, type PaymentMethod, type TopUp } from '../domain/top-up.ts';
import { mustBeWithin } from '../domain/wallet/checks.ts';
import { asOf } from '../domain/wallet/decide.ts';
import { OutcomeUnknown, TryAgain } from '../ledger/errors.ts';
import type { UseCase } from '../ledger/use-case.ts';
import { PaymentUnavailable, type Payments } from '../payments/payment-provider.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { spendable, tryCodes, type NamedCard } from './cards-of-checkout.ts';
import { mustBeOfShop } from './checkout-return.ts';
import {
  checkoutReads,
  holdParts,
  putCheckout,
  settleCheckout,
  takeOrder,
  type Step,
} from './checkout-steps.ts';
import { expireCheckout } from './expire-checkouts.ts';
import { intentOf, keyedEntryId } from './idempotency.ts';
import { trierOf, type Trier } from './known-gift-code.ts';
import type { Refused } from './outcome.ts';
import { quoteOf, quoteReads } from './quoted.ts';
import { begunPayment, offeredBy } from './start-top-up.ts';

export interface StartCheckout {
  readonly customerId: string;
  readonly orderId: string;
  /** What the order comes to, in paise. */
  readonly total: Paise;
  readonly credits: CreditsUse;
  /** How much credits are to pay, in paise; null unless an AMOUNT is to be used. */
  readonly amount: Paise | null;
  /** How the rest is paid; null where that is chosen later. */
  readonly method: PaymentMethod | null;
  /** A page of the shop to go back to in the end; null for none. */
  readonly returnUrl: string | null;
  /** The seq of the quote on which it was decided: the draws must be those of that quote (product rule 17). */
  readonly quotedSeq?: number;
  /** The codes of gift cards that are to pay, as somebody writes them. */
  readonly giftCardCodes?: readonly string[];
  readonly idempotencyKey: string;
}

/** What is asked for, without the codes: those are looked up once and go no further. */
type Described = Omit<StartCheckout, 'giftCardCodes'>;

/** A checkout, and the payment for its rest where one is under way or was made. */
export interface CheckoutState {
  readonly checkout: Checkout;
  readonly payment: TopUp | null;
}

export interface StartedCheckout extends CheckoutState {
  readonly replayed: boolean;
}

/** Refused; where the order has another checkout, or the rest could not be asked for, that one stands. */
export type CheckoutAnswer = StartedCheckout | (Refused & { readonly state?: CheckoutState | null });

interface Asked {
  readonly id: string;
  readonly intent: string;
  readonly input: Described;
  readonly cards: readonly NamedCard[];
  readonly trier: Trier;
  readonly caller: Caller;
  readonly payments: Payments;
}

/** Holds what is there and writes down the payment in one transaction, before anybody is asked for money. */
const begin: UseCase<Asked, StartedCheckout | Refused> = {
  name: 'startCheckout',
  reads: ({ id, input, cards }) => ({
    ...checkoutReads({
      ...{ id, walletId: input.customerId, orderId: input.orderId },
      giftCardIds: cards.map(({ cardId }) => cardId),
    }),
    ...quoteReads(input),
  }),
  decide: ({ id, intent, input, cards, trier, caller, payments }, work, context) => {
    const { customerId: walletId, orderId, total, method, returnUrl } = input;
    const { now, policy } = context;
    const first = work.get('checkouts', id);
    if (first?.intent === intent) return { checkout: first, payment: null, replayed: true };
    if (first) return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: first.createdAt } };
    const wallet = work.get('wallets', walletId);
    if (!wallet) return { refused: { code: 'WALLET_NOT_FOUND', customerId: walletId } };
    const refused =
      mustBeFree(work.get('checkoutOrders', checkoutOrderId(walletId, orderId))) ??
      mustBeWithin(total, { min: policy.operation.min, max: policy.checkouts.max });
    if (refused) return { refused };
    const there = spendable(trier, cards, work, now);
    if (isRefusal(there)) return { refused: there };
    const ofCards = cardsFor(there, total, policy).map(({ card, amount }) => partOfCard(id, card, amount));
    const left = total - sum(ofCards.map(({ amount }) => amount));
    const amount = creditsFor(input, left, asOf(wallet, now, policy).balance, policy);
    if (typeof amount !== 'bigint') return { refused: amount };
    const holdId = checkoutHoldId(id, false);
    const checkout: Checkout = {
      ...{ id, walletId, version: 1, orderId, status: 'OPEN', total, toPay: left - amount },
      parts: amount === 0n ? ofCards : [...ofCards, { kind: 'WALLET', amount, holdId }],
      ...{ paymentId: null, payments: 0, startedBy: caller.actor, returnUrl, ending: null },
      expiresAt: addMinutes(now, policy.checkouts.minutes),
      ...{ createdAt: now, updatedAt: now, intent, keys: [] },
    };
    if (checkout.toPay > 0n && !payments.provider) return { refused: { code: 'PAYMENT_UNAVAILABLE' } };
    const step = { work, context, caller };
    const unheld = holdParts(step, checkout, { parts: checkout.parts, ...quoteOf(input, work) });
    if (unheld) return { refused: unheld };
    takeOrder(step, checkout);
    if (checkout.toPay === 0n) {
      return { checkout: settleCheckout(step, checkout), payment: null, replayed: false };
    }
    const begun =
      method === null ? { checkout, payment: null } : beginPayment(step, checkout, method, payments);
    return { ...begun, checkout: putCheckout(step, begun.checkout), replayed: false };
  },
};

/** Writes down one more payment for the rest of a checkout. It has as long as the checkout. */
export function beginPayment(
  { work, context: { now } }: Step,
  before: Checkout,
  method: PaymentMethod,
  payments: Payments,
): { readonly checkout: Checkout; readonly payment: TopUp } {
  const checkout = paying(before, now);
  const { id, walletId, orderId, toPay: amount, paymentId, expiresAt, intent } = checkout;
  const provider = payments.provider?.name;
  if (paymentId === null || provider === undefined)
    throw new Error(`Nobody takes payments for checkout ${id}.`);
  const begun = { id: paymentId, walletId, amount, method, note: null, provider, intent, expiresAt };
  const giftCardIds = cardPartsOf(checkout).map(({ cardId }) => cardId);
  const paid = { id, orderId, ...(giftCardIds.length > 0 && { giftCardIds }) };
  const payment = { ...begunPayment(begun, payments, now), checkout: paid };
  work.put('topUps', payment.id, payment);
  return { checkout, payment };
}

/**
 * Begins to pay an order: what gift cards and credits give is held, and one payment is asked for the rest; what they pay alone is paid at once. A call
 * that stopped half way is taken up where it stood when it is repeated with its key.
 */
export function startCheckout(
  app: App,
  caller: Caller,
  input: StartCheckout,
  network = '',
): Promise<CheckoutAnswer> {
  return app.codeAttempts.evenly(() => start(app, caller, input, network));
}

async function start(
  app: App,
  caller: Caller,
  { giftCardCodes = [], ...input }: StartCheckout,
  network: string,
): Promise<CheckoutAnswer> {
  const astray = mustBeOfShop(input.returnUrl, app.payments.returns);
  if (astray) return { refused: astray };
  const id = keyedEntryId(input.customerId, input.idempotencyKey);
  const trier = trierOf(app, caller, network, input.customerId);
  const [tried, first] = await Promise.all([
    tryCodes(app, trier, giftCardCodes),
    giftCardCodes.length === 0 ? undefined : app.stores.checkouts.load([id]).then((found) => found.get(id)),
  ]);
  const cards = tried.named ?? [];
  // On what somebody decided is no part of what is asked for: who looks again uses the same key.
  const { quotedSeq: _, ...described } = input;
  const named = cards.length > 0 && { giftCards: cards.map(({ codeId }) => codeId).sort() };
  const intent = intentOf(begin.name, { ...described, ...named });
  // Whoever has to wait is told what the key has done, and of no other code whether there is one.
  if (tried.refused && (tried.named === null || first?.intent !== intent)) return { refused: tried.refused };
  const asked: Asked = { id, intent, input, cards, trier, caller, payments: app.payments };
  const started = await app.engine.submit(begin, asked);
  if (!('refused' in started)) return offered(app, started);
  const { code } = started.refused;
  if (code !== 'CHECKOUT_OPEN' && code !== 'CHECKOUT_ENDED') return started;
  const other = await checkoutOfOrder(app, input);
  if (other === null || !isOpenCheckout(other) || other.expiresAt > app.now())
    return { ...started, state: other && (await stateOf(app, other)) };
  // Its time was over, and only nobody had come by yet to say so.
  await expireCheckout(app, other, caller.requestId);
  const again = await app.engine.submit(begin, asked);
  return 'refused' in again ? again : offered(app, again);
}

/** The checkout with a way to pay the rest, if it is still to be paid; refused when the provider does not answer. */
export async function offered(app: App, started: StartedCheckout): Promise<CheckoutAnswer> {
  const state = started.payment ? started : await stateOf(app, started.checkout);
  const { checkout, payment } = state;
  const { provider } = app.payments;
  const answer = { checkout, payment, replayed: started.replayed };
  if (!payment || !isOpenCheckout(checkout) || !awaitsOffer(payment)) return answer;
  if (provider?.name !== payment.provider) return { refused: { code: 'PAYMENT_UNAVAILABLE' }, state };
  try {
    return { ...answer, payment: (await offeredBy(app, provider, payment)) ?? payment };
  } catch (error) {
    if (error instanceof PaymentUnavailable) return { refused: { code: 'PAYMENT_UNAVAILABLE' }, state };
    // What the second step could not do is not to be told as if the first had not been done.
    throw error instanceof TryAgain ? new OutcomeUnknown({ cause: error }) : error;
  }
}

/** A checkout beside the payment for its rest. */
export async function stateOf(app: App, checkout: Checkout): Promise<CheckoutState> {
  const { paymentId } = checkout;
  const payment = paymentId === null ? null : (await app.stores.topUps.load([paymentId])).get(paymentId);
  return { checkout, payment: payment ?? null };
}

async function checkoutOfOrder(app: App, { customerId, orderId }: Described): Promise<Checkout | null> {
  const id = checkoutOrderId(customerId, orderId);
  const order = (await app.stores.checkoutOrders.load([id])).get(id);
  return order ? ((await app.stores.checkouts.load([order.checkoutId])).get(order.checkoutId) ?? null) : null;
}
