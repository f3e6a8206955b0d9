import { formatDate } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { isZero } from '../../format/proportion.ts';
import type { Checkout_StateFragment } from '../../graphql/graphql.ts';
import { Card } from '../../ui/card.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import text from '../../ui/text.module.css';
import { useWords } from '../../words/use-words.ts';
import { checkoutWords } from './words/words.ts';

type Refund = Checkout_StateFragment['refunds'][number];

/** What the shop gave back of an order that was paid, when, why and where to. Nothing, while nothing was. */
export function CameBack({ checkout: { refunded, refunds } }: { checkout: Checkout_StateFragment }) {
  const { cameBack: words } = useWords(checkoutWords);
  if (isZero(refunded) && refunds.length === 0) return null;
  return (
    <Card title={words.title}>
      {refunds.map((refund) => (
        <OneRefund key={refund.refundedAt} refund={refund} />
      ))}
      <Facts>
        <Fact name={words.inAll}>
          <b>{formatMoney(refunded)}</b>
        </Fact>
      </Facts>
    </Card>
  );
}

function OneRefund({ refund: { split, sourceStatus, reason, refundedAt } }: { refund: Refund }) {
  const { cameBack: words } = useWords(checkoutWords);
  const { toSource, toGiftCards, toWallet } = split;
  return (
    <>
      <p className={text['note']}>
        {formatDate(refundedAt)}: {reason}
      </p>
      <Facts>
        {sourceStatus !== null && <Fact name={words.source[sourceStatus]}>{formatMoney(toSource)}</Fact>}
        {!isZero(toGiftCards) && <Fact name={words.onCards}>{formatMoney(toGiftCards)}</Fact>}
        {!isZero(toWallet) && <Fact name={words.inWallet}>{formatMoney(toWallet)}</Fact>}
      </Facts>
    </>
  );
}
