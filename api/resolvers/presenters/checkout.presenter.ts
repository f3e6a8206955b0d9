import type { Checkout } from '../../../schema/checkout/checkout.type.ts';
import type { Payment } from '../../../schema/checkout/payment.type.ts';
import type { UserError } from '../../../schema/user-error/user-error.type.ts';
import { cardPartsOf, walletPartOf, type Checkout as CheckoutFacts } from '../../domain/checkout.ts';
import { isOpen, type TopUp } from '../../domain/top-up.ts';
import type { App } from '../../services/app.ts';
import { returnOf } from '../../services/checkout-return.ts';
import type { CheckoutAnswer, CheckoutState } from '../../services/start-checkout.ts';
import { globalId } from '../global-id.ts';
import { maskedCode } from './gift-card.presenter.ts';
import { presentMoney } from './money.presenter.ts';
import { presentRefusal } from './user-error.presenter.ts';

/** A checkout that carries what it was made from, for whose and what holds it are looked up when they are asked for. */
export type CheckoutView = Checkout & { readonly facts: CheckoutFacts; readonly payment: Payment | null };

export interface PresentedCheckout {
  readonly checkout: CheckoutView | null;
  readonly replayed: boolean;
  readonly userErrors: UserError[];
}

export function presentCheckout(
  { checkout: facts, payment }: CheckoutState,
  { payments }: App,
): CheckoutView {
  const id = globalId('Checkout', facts.id);
  const { orderId, status, total, toPay, expiresAt, createdAt, ending } = facts;
  return {
    ...{ facts, id, orderId, status, total: presentMoney(total) },
    fromWallet: presentMoney(walletPartOf(facts)?.amount ?? 0n),
    fromGiftCards: cardPartsOf(facts).map(({ lastFour, amount }) => ({
      ...{ maskedCode: maskedCode(lastFour), amount: presentMoney(amount) },
    })),
    ...{ toPay: presentMoney(toPay), payment: payment && presentPayment(payment) },
    ...{ payUrl: `/pay/${id}`, returnTo: returnOf(facts, id, payments.returns) },
    ...{ expiresAt, createdAt, endedAt: ending?.at ?? null },
  };
}

/** What every act on a checkout answers. */
export function presentCheckoutAnswer(answer: CheckoutAnswer, app: App): PresentedCheckout {
  if (!('refused' in answer)) {
    return { checkout: presentCheckout(answer, app), replayed: answer.replayed, userErrors: [] };
  }
  const checkout = answer.state ? presentCheckout(answer.state, app) : null;
  return { checkout, replayed: false, userErrors: [presentRefusal(answer.refused)] };
}

export function presentPayment(payment: TopUp): Payment {
  const { id, method, amount, status, expiresAt, failureReason, reference } = payment;
  // What can no longer be paid is not offered any more, so that nobody pays twice.
  const { checkoutUrl, upiIntent } = isOpen(payment) ? payment : { checkoutUrl: null, upiIntent: null };
  return {
    ...{ id: globalId('Payment', id), method, amount: presentMoney(amount), status },
    ...{ upiIntent, checkoutUrl, expiresAt, failureReason, reference },
  };
}
