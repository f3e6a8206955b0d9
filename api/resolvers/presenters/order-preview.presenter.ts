import type { OrderRefundPreview } from '../../../schema/checkout/order-refund-preview.type.ts';
import type { OrderPreview } from '../../domain/approval.ts';
import { splitAmount } from '../../domain/checkout-refund.ts';
import { presentSplit } from './checkout.presenter.ts';
import { presentMoney } from './money.presenter.ts';

export function presentOrderPreview({ seq, orderId, refunded, split }: OrderPreview): OrderRefundPreview {
  return {
    ...{ orderId, amount: presentMoney(splitAmount(split)), refunded: presentMoney(refunded) },
    ...{ split: presentSplit(split), quote: { seq } },
  };
}
