import type { Checkout } from '../../../schema/checkout/checkout.type.ts';
import type { CheckoutRefund } from '../../../schema/checkout/checkout-refund.type.ts';
import type { Payment } from '../../../schema/checkout/payment.type.ts';
import type { RefundSplit } from '../../../schema/checkout/refund-split.type.ts';
import type { UserError } from '../../../schema/user-error/user-error.type.ts';
import {
  cardPartsOf,
  checkoutRefundId,
  walletPartOf,
  type Checkout as CheckoutFacts,
  type CheckoutSplit,
} from '../../domain/checkout.ts';
import { sum } from '../../domain/money.ts';
import { isOpen, type TopUp } from '../../domain/top-up.ts';
import type { App } from '../../services/app.ts';
import type { MadeLink } from '../../services/checkout-links.ts';
import { returnOf } from '../../services/checkout-return.ts';
import type { Refused } from '../../services/outcome.ts';
import type { CheckoutAnswer, CheckoutState } from '../../services/start-checkout.ts';
import { globalId } from '../global-id.ts';
import { maskedCode } from './gift-card.presenter.ts';
import { presentMoney } from './money.presenter.ts';
import { presentRefusal } from './user-error.presenter.ts';

/** A checkout that carries what it was made from, for whose and what holds it are looked up when they are asked for. */
export type CheckoutView = Checkout & {
  readonly facts: CheckoutFacts;
  readonly payment: Payment | null;
  readonly paidBy: TopUp | null;
};

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
    ...{ facts, paidBy: payment, id, orderId, status, total: presentMoney(total) },
    fromWallet: presentMoney(walletPartOf(facts)?.amount ?? 0n),
    fromGiftCards: cardPartsOf(facts).map(({ lastFour, amount }) => ({
      ...{ maskedCode: maskedCode(lastFour), amount: presentMoney(amount) },
    })),
    ...{ toPay: presentMoney(toPay), payment: payment && presentPayment(payment) },
    refunds: presentRefunds(facts, payment),
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

/** The answer to making a link. Behind a `#` the secret stays in the browser. */
export function presentLink(
  answer: MadeLink | Refused,
  app: App,
): PresentedCheckout & { readonly payLink: string | null } {
  const presented = presentCheckoutAnswer(answer, app);
  const { checkout } = presented;
  if ('refused' in answer || answer.secret === null || !checkout) return { ...presented, payLink: null };
  return { ...presented, payLink: `${checkout.payUrl}#${answer.secret}` };
}

/** What cards would get that nobody holds any more, the wallet gets. */
export function presentSplit({ toSource, toCards, toWallet }: CheckoutSplit): RefundSplit {
  const into = (where: 'CARD' | 'WALLET') =>
    sum(toCards.filter((part) => part.into === where).map(({ amount }) => amount));
  return {
    toSource: presentMoney(toSource),
    toGiftCards: presentMoney(into('CARD')),
    toWallet: presentMoney(toWallet + into('WALLET')),
  };
}

/** What was given back of a checkout, oldest first. */
export function presentRefunds({ id, refunds = [] }: CheckoutFacts, payment: TopUp | null): CheckoutRefund[] {
  const sent = new Map((payment?.refunds ?? []).map(({ holdId, status }) => [holdId, status]));
  return refunds.map((refund, index) => ({
    ...{ amount: presentMoney(refund.amount), split: presentSplit(refund) },
    sourceStatus: sent.get(checkoutRefundId(id, index + 1)) ?? null,
    ...{ reason: refund.reason, refundedAt: refund.at },
  }));
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
