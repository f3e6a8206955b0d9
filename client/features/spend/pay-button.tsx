import { formatMoney } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { EarlierDebit_DebitFragmentDoc } from '../../graphql/graphql.ts';
import type { SpendPreview_PreviewFragment } from '../../graphql/graphql.ts';
import { useConnected } from '../../session/use-connected.ts';
import { Button } from '../../ui/button.tsx';
import { UnknownBanner } from '../../wallet/unknown-banner.tsx';
import { useWords } from '../../words/use-words.ts';
import type { Order } from './order.ts';
import { PaidBefore } from './paid-before.tsx';
import { PaymentProblems } from './payment-problems.tsx';
import type { Payment } from './use-deduct-credits.ts';
import { spendWords } from './words/words.ts';
import styles from './spend.module.css';

export interface PayButtonProps {
  order: Order;
  payment: Payment;
  preview: SpendPreview_PreviewFragment;
  onPay: (order: Order, again: boolean) => void;
}

/** Carries the amount on it; whatever goes wrong is said beside it and nothing typed is lost. */
export function PayButton({ order, payment, preview, onPay }: PayButtonProps) {
  const { spend } = useWords(spendWords);
  const online = useConnected();
  const amount = formatMoney(order.amount);
  const known = readFragment(EarlierDebit_DebitFragmentDoc, preview.earlierDebit);
  const earlier = payment.earlierDebit ?? known ?? null;
  const busy = payment.isOnItsWay(order);
  return (
    <div className={styles['pay']}>
      {busy && payment.unknown && (
        <UnknownBanner title={spend.unknown} asking={payment.asking} onAsk={payment.askNow} />
      )}
      <PaymentProblems payment={payment} onRetry={() => onPay(order, earlier !== null)} />
      {!online && <p className={styles['note']}>{spend.offline}</p>}
      {earlier === null ? (
        <Button block kind="primary" busy={busy} unavailable={!online} onClick={() => onPay(order, false)}>
          {busy ? spend.paying : spend.pay(amount)}
        </Button>
      ) : (
        <PaidBefore
          orderId={order.orderId}
          debit={earlier}
          action={busy ? spend.paying : spend.payAgain(amount)}
          busy={busy}
          unavailable={!online}
          onAgain={() => onPay(order, true)}
        />
      )}
      <p className={styles['note']}>{spend.refundRoute}</p>
    </div>
  );
}
