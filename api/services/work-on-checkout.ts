import { changedCheckout, mustBeOpen, mustHaveTries, type Checkout } from '../domain/checkout.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { PaymentMethod, TopUp } from '../domain/top-up.ts';
import { TryAgain } from '../ledger/errors.ts';
import type { UseCase } from '../ledger/use-case.ts';
import { PaymentUnavailable, type Payments } from '../payments/payment-provider.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { readsOfCheckout, putCheckout, releaseCheckout, type Step } from './checkout-steps.ts';
import { intentOf, keyDigest } from './idempotency.ts';
import type { Refused } from './outcome.ts';
import { settleTopUp } from './settle-top-up.ts';
import {
  beginPayment,
  offered,
  stateOf,
  type CheckoutAnswer,
  type CheckoutState,
  type StartedCheckout,
} from './start-checkout.ts';

export interface PayCheckout {
  readonly checkoutId: string;
  readonly method: PaymentMethod;
  readonly idempotencyKey: string;
}

export interface CancelCheckout {
  readonly checkoutId: string;
  readonly reason: string | null;
  readonly idempotencyKey: string;
}

interface OnCheckout {
  readonly checkoutId: string;
  readonly idempotencyKey: string;
}

interface Asked<I> {
  readonly caller: Caller;
  readonly input: I;
  /** As it was when it was looked at: whose it is, and by which payment, does not change under a key. */
  readonly seen: Checkout;
  readonly key: string;
  readonly intent: string;
  readonly payments: Payments;
  /** The cards that it has not got yet. */
  readonly giftCardIds: readonly string[];
}

type Decide<I> = (
  checkout: Checkout,
  payment: TopUp | null,
  asked: Asked<I>,
  step: Step,
) => CheckoutState | Refusal;

/** An act on an open checkout as the engine runs it: a key that has acted answers the checkout again. */
export function checkoutAct<I>(
  name: string,
  decide: Decide<I>,
): UseCase<Asked<I>, StartedCheckout | Refused> {
  return {
    name,
    reads: ({ seen, giftCardIds }) => ({
      ...readsOfCheckout(seen, giftCardIds),
      ...(seen.paymentId !== null && { topUps: [seen.paymentId] }),
    }),
    decide: (asked, work, context) => {
      const { key, intent, seen, caller } = asked;
      const checkout = work.get('checkouts', seen.id);
      if (!checkout) return { refused: { code: 'CHECKOUT_NOT_FOUND' } };
      const payment = checkout.paymentId === null ? null : (work.get('topUps', checkout.paymentId) ?? null);
      const used = checkout.keys.find((known) => known.key === key);
      if (used?.intent === intent) return { checkout, payment, replayed: true };
      if (used) return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: used.at } };
      const refused = mustBeOpen(checkout, context.now);
      if (refused) return { refused };
      // Another has begun a payment since it was looked at, of which nothing is known here.
      if (checkout.paymentId !== null && !payment) return { refused: { code: 'PAYMENT_CONFIRMING' } };
      // And another has added a card, which was not read.
      if (checkout.parts.length !== seen.parts.length)
        throw new TryAgain('another gift card was just added to the checkout.');
      const keyed = { ...checkout, keys: [...checkout.keys, { key, intent, at: context.now }] };
      const decided = decide(keyed, payment, asked, { work, context, caller });
      return isRefusal(decided) ? { refused: decided } : { ...decided, replayed: false };
    },
  };
}

const pay = checkoutAct<PayCheckout>('payCheckout', (checkout, payment, { input, payments }, step) => {
  const refused = mustHaveTries(checkout);
  if (refused) return refused;
  if (!payments.provider) return { code: 'PAYMENT_UNAVAILABLE' };
  if (payment?.status === 'CONFIRMING') return { code: 'PAYMENT_CONFIRMING' };
  if (payment?.method === input.method) {
    return { payment, checkout: putCheckout(step, changedCheckout(checkout, {}, step.context.now)) };
  }
  const begun = beginPayment(step, checkout, input.method, payments);
  return { ...begun, checkout: putCheckout(step, begun.checkout) };
});

const cancel = checkoutAct<CancelCheckout>('cancelCheckout', (checkout, payment, { input }, step) => {
  // What is being confirmed may have been collected: who calls the order off now might have paid for it.
  if (payment?.status === 'CONFIRMING') return { code: 'PAYMENT_CONFIRMING' };
  return { payment, checkout: releaseCheckout(step, checkout, 'CANCELLED', input.reason) };
});

/** Chooses how the rest of a checkout is paid, or another way than before: that one is closed first. */
export async function payCheckout(app: App, caller: Caller, input: PayCheckout): Promise<CheckoutAnswer> {
  const answer = await actOn(app, caller, pay, input, async ({ payment }) => {
    if (payment && payment.method !== input.method) await closed(app, payment, caller.requestId);
  });
  return 'refused' in answer ? answer : offered(app, answer);
}

/** Calls a checkout off: what it holds is given back. A payment for it is closed first; what was paid by then stands. */
export async function cancelCheckout(
  app: App,
  caller: Caller,
  input: CancelCheckout,
): Promise<CheckoutAnswer> {
  return actOn(app, caller, cancel, input, async ({ payment }) => {
    try {
      if (payment) await closed(app, payment, caller.requestId);
    } catch (error) {
      // Unreachable as it is, what is paid there all the same waits for a person.
      if (!(error instanceof PaymentUnavailable)) throw error;
    }
  });
}

async function actOn<I extends OnCheckout>(
  app: App,
  caller: Caller,
  useCase: UseCase<Asked<I>, StartedCheckout | Refused>,
  input: I,
  before: (state: CheckoutState) => Promise<void>,
): Promise<CheckoutAnswer> {
  const seen = (await app.stores.checkouts.load([input.checkoutId])).get(input.checkoutId);
  if (!seen) return { refused: { code: 'CHECKOUT_NOT_FOUND' } };
  const isKnown = seen.keys.some((used) => used.key === keyOf(caller, input));
  try {
    if (!isKnown && mustBeOpen(seen, app.now()) === null) await before(await stateOf(app, seen));
  } catch (error) {
    if (error instanceof PaymentUnavailable) return { refused: { code: 'PAYMENT_UNAVAILABLE' } };
    throw error;
  }
  return actOnSeen(app, caller, useCase, { input, seen });
}

export interface SeenAct<I> {
  readonly input: I;
  readonly seen: Checkout;
  /** What is asked for, where that is not the whole input. */
  readonly described?: object;
  /** Why it cannot be, unless the key has done it already. */
  readonly refused?: Refusal | null;
  readonly giftCardIds?: readonly string[];
}

/** An act on a checkout that was looked at. */
export async function actOnSeen<I extends OnCheckout>(
  { engine, payments }: App,
  caller: Caller,
  useCase: UseCase<Asked<I>, StartedCheckout | Refused>,
  { input, seen, described = input, refused = null, giftCardIds = [] }: SeenAct<I>,
): Promise<CheckoutAnswer> {
  const key = keyOf(caller, input);
  const intent = intentOf(useCase.name, described);
  if (refused && !seen.keys.some((used) => used.key === key && used.intent === intent)) return { refused };
  return engine.submit(useCase, { caller, input, seen, key, intent, payments, giftCardIds });
}

function keyOf({ actor }: Caller, { idempotencyKey }: OnCheckout): string {
  return keyDigest(`${actor.id}:${idempotencyKey}`);
}

/** Sees to it that nobody can pay by this any more; what was paid by then settles. */
export async function closed(app: App, payment: TopUp, requestId: string): Promise<void> {
  const { provider } = app.payments;
  if (!provider || provider.name !== payment.provider || payment.providerIds.length === 0) return;
  const state = await provider.withdraw(payment.providerIds);
  await settleTopUp(app, payment, { ...state, requestId });
}
