import { formatMoney } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { EarlierDebit_DebitFragmentDoc } from '../../graphql/graphql.ts';
import type { SpendPreview_PreviewFragment } from '../../graphql/graphql.ts';
import { useReadOnly } from '../../session/read-only.ts';
import { useConnected } from '../../session/use-connected.ts';
import { Button } from '../../ui/button.tsx';
import text from '../../ui/text.module.css';
import { TwoLines } from '../../ui/two-lines.tsx';
import { UnknownBanner } from '../../wallet/unknown-banner.tsx';
import { useWords } from '../../words/use-words.ts';
import { isSplit } from './order.ts';
import type { Order } from './order.ts';
import { PaidBefore } from './paid-before.tsx';
import { PaymentProblems } from './payment-problems.tsx';
import type { Consent, Payment } from './use-pay-order.ts';
import { spendWords } from './words/words.ts';

export interface PayButtonProps {
  /** Null while the amount is not chosen yet. */
  order: Order | null;
  payment: Payment;
  /** Null until the shop has said what it does. */
  preview: SpendPreview_PreviewFragment | null;
  onPay: (order: Order, consent: Consent) => void;
}

/** Carries the amount on it; whatever goes wrong is said beside it and nothing typed is lost. */
export function PayButton({ order, payment, preview, onPay }: PayButtonProps) {
  const { spend } = useWords(spendWords);
  const online = useConnected();
  const readOnly = useReadOnly();
  const amount = order && formatMoney(order.amount);
  const split = order !== null && isSplit(order) ? order : null;
  const known = readFragment(EarlierDebit_DebitFragmentDoc, preview?.earlierDebit);
  const earlier = payment.earlierDebit ?? known ?? null;
  const busy = order !== null && payment.isOnItsWay(order);
  const send = (again: boolean): void => {
    if (order !== null && preview !== null) onPay(order, { again, seq: preview.quote.seq });
  };
  const unavailable = !online || order === null || preview === null;
  return (
    <>
      {busy && payment.unknown && (
        <UnknownBanner
          title={split ? spend.unknownSplit : spend.unknown}
          asking={payment.asking}
          onAsk={payment.askNow}
        />
      )}
      <PaymentProblems payment={payment} onRetry={() => send(earlier !== null)} />
      {!online && <p className={text['note']}>{readOnly ?? spend.offline}</p>}
      {earlier === null || order === null ? (
        <Button block kind="primary" busy={busy} unavailable={unavailable} onClick={() => send(false)}>
          {busy && (split ? spend.starting : spend.paying)}
          {!busy && !split && spend.pay(amount)}
          {!busy && split && (
            <TwoLines more={spend.andByUpi(formatMoney(split.byUpi))}>{spend.pay(amount)}</TwoLines>
          )}
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
