import { formatMoney } from '../../format/money.ts';
import text from '../../ui/text.module.css';
import { UnknownBanner } from '../../wallet/unknown-banner.tsx';
import { useWords } from '../../words/use-words.ts';
import { isSplit } from './order.ts';
import type { Order } from './order.ts';
import type { Payment } from './use-pay-order.ts';
import { spendWords } from './words/words.ts';

export interface UnsettledProps {
  order: Order;
  payment: Payment;
  onPay: (order: Order) => void;
}

/** A payment of this order was sent, and until it is known what became of it nothing else is sent for the order. */
export function Unsettled({ order, payment, onPay }: UnsettledProps) {
  const { spend } = useWords(spendWords);
  const onItsWay = payment.isOnItsWay(order);
  return (
    <>
      <UnknownBanner
        title={
          isSplit(order)
            ? spend.unsettledSplit(formatMoney(order.amount), formatMoney(order.byUpi), order.orderId)
            : spend.unsettled(formatMoney(order.amount), order.orderId)
        }
        asking={onItsWay && payment.asking}
        onAsk={() => (onItsWay ? payment.askNow() : onPay(order))}
      />
      <p className={text['note']}>{spend.settleFirst}</p>
    </>
  );
}
