import { formatMoney } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { EarlierDebit_DebitFragmentDoc } from '../../graphql/graphql.ts';
import type { SpendPreview_PreviewFragment } from '../../graphql/graphql.ts';
import { useReadOnly } from '../../session/read-only.ts';
import { useConnected } from '../../session/use-connected.ts';
import { Button } from '../../ui/button.tsx';
import text from '../../ui/text.module.css';
import { UnknownBanner } from '../../wallet/unknown-banner.tsx';
import { useWords } from '../../words/use-words.ts';
import type { Order } from './order.ts';
import { PaidBefore } from './paid-before.tsx';
import { PaymentProblems } from './payment-problems.tsx';
import type { Payment } from './use-deduct-credits.ts';
import { spendWords } from './words/words.ts';

export interface PayButtonProps {
  /** Null while the amount is not chosen yet. */
  order: Order | null;
  payment: Payment;
  /** Null until the shop has said what it does. */
  preview: SpendPreview_PreviewFragment | null;
  onPay: (order: Order, again: boolean) => void;
}

/** Carries the amount on it; whatever goes wrong is said beside it and nothing typed is lost. */
export function PayButton({ order, payment, preview, onPay }: PayButtonProps) {
  const { spend } = useWords(spendWords);
  const online = useConnected();
  const readOnly = useReadOnly();
  const amount = order && formatMoney(order.amount);
  const known = readFragment(EarlierDebit_DebitFragmentDoc, preview?.earlierDebit);
  const earlier = payment.earlierDebit ?? known ?? null;
  const busy = order !== null && payment.isOnItsWay(order);
  const send = (again: boolean): void => {
    if (order !== null && preview !== null) onPay(order, again);
  };
  const unavailable = !online || order === null || preview === null;
  return (
    <>
      {busy && payment.unknown && (
        <UnknownBanner title={spend.unknown} asking={payment.asking} onAsk={payment.askNow} />
      )}
      <PaymentProblems payment={payment} onRetry={() => send(earlier !== null)} />
      {!online && <p className={text['note']}>{readOnly ?? spend.offline}</p>}
      {earlier === null || order === null ? (
        <Button block kind="primary" busy={busy} unavailable={unavailable} onClick={() => send(false)}>
          {busy ? spend.paying : spend.pay(amount)}
        </Button>
      ) : (
        <PaidBefore
          orderId={order.orderId}
          debit={earlier}
          action={busy ? spend.paying : spend.payAgain(formatMoney(order.amount))}
          busy={busy}
          unavailable={unavailable}
          onAgain={() => send(true)}
        />
      )}
    </>
  );
}
