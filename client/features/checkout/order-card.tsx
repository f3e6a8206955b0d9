import { formatMoney } from '../../format/money.ts';
import { isZero } from '../../format/proportion.ts';
import type { Checkout_StateFragment } from '../../graphql/graphql.ts';
import { Card } from '../../ui/card.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import text from '../../ui/text.module.css';
import { ReferenceFact } from '../../wallet/entry/reference-fact.tsx';
import { paymentWords } from '../../wallet/payment/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { checkoutWords } from './words/words.ts';

export interface OrderCardProps {
  checkout: Checkout_StateFragment;
  /** What became of the credits, or becomes. */
  credits: string;
}

/** The order, what it comes to, and what pays which part of it. */
export function OrderCard({ checkout, credits }: OrderCardProps) {
  const { checkout: words } = useWords(checkoutWords);
  const { payment: paymentText } = useWords(paymentWords);
  const { orderId, total, fromWallet, toPay, payment, endedAt } = checkout;
  const open = payment === null ? words.left : words.leftBy(paymentText.methods[payment.method]);
  const isByCredits = !isZero(fromWallet);
  return (
    <Card title={words.order(orderId)}>
      <Facts>
        <Fact name={words.total}>{formatMoney(total)}</Fact>
        {isByCredits && <Fact name={words.credits}>{formatMoney(fromWallet)}</Fact>}
        {!isZero(toPay) && <Fact name={endedAt === null ? open : words.unpaid}>{formatMoney(toPay)}</Fact>}
        {payment !== null && <ReferenceFact reference={payment.reference} />}
      </Facts>
      {isByCredits && <p className={text['note']}>{credits}</p>}
    </Card>
  );
}
