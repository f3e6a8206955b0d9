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
import { waysOf } from '../../domain/checkout-refund.ts';
import { isOpen, type TopUp } from '../../domain/top-up.ts';
import type { MadeLink } from '../../services/checkout-links.ts';
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

export function presentCheckout({ checkout: facts, payment }: CheckoutState): CheckoutView {
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
    payUrl: `/pay/${id}`,
    ...{ expiresAt, createdAt, endedAt: ending?.at ?? null },
  };
}

/** What every act on a checkout answers. */
export function presentCheckoutAnswer(answer: CheckoutAnswer): PresentedCheckout {
  if (!('refused' in answer)) {
    return { checkout: presentCheckout(answer), replayed: answer.replayed, userErrors: [] };
  }
  const checkout = answer.state ? presentCheckout(answer.state) : null;
  return { checkout, replayed: false, userErrors: [presentRefusal(answer.refused)] };
}

/** The answer to making a link. Behind a `#` the secret stays in the browser. */
export function presentLink(
  answer: MadeLink | Refused,
): PresentedCheckout & { readonly payLink: string | null } {
  const presented = presentCheckoutAnswer(answer);
  const { checkout } = presented;
  if ('refused' in answer || answer.secret === null || !checkout) return { ...presented, payLink: null };
  return { ...presented, payLink: `${checkout.payUrl}#${answer.secret}` };
}

export function presentSplit(split: CheckoutSplit): RefundSplit {
  const { toSource, toGiftCards, toWallet } = waysOf(split);
  return {
    toSource: presentMoney(toSource),
    toGiftCards: presentMoney(toGiftCards),
    toWallet: presentMoney(toWallet),
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
  const { id, method, amount, status, expiresAt, failureReason, reference, createdAt, settledAt } = payment;
  // What can no longer be paid is not offered any more, so that nobody pays twice.
  const { checkoutUrl, upiIntent } = isOpen(payment) ? payment : { checkoutUrl: null, upiIntent: null };
  return {
    ...{ id: globalId('Payment', id), method, amount: presentMoney(amount), status },
    ...{ upiIntent, checkoutUrl, createdAt, settledAt, expiresAt, failureReason, reference },
  };
}
