import type { ReactNode } from 'react';
import { formatDateTime } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { Card } from '../../ui/card.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { paymentWords } from '../../wallet/payment/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { Reference } from './reference.tsx';
import type { ShownTopUp } from './reference.tsx';
import { topUpWords } from './words/words.ts';

/** What is certain of a top-up that has not arrived. */
export function KnownFacts({ topUp, children }: { topUp: ShownTopUp; children?: ReactNode }) {
  const { add } = useWords(topUpWords);
  const { payment } = useWords(paymentWords);
  return (
    <Card title={add.known}>
      <Facts>
        <Fact name={add.started}>{formatDateTime(topUp.createdAt)}</Fact>
        <Fact name={add.amount}>{add.by(formatMoney(topUp.amount), payment.methods[topUp.method])}</Fact>
        {children}
        <Reference topUp={topUp} />
      </Facts>
    </Card>
  );
}
