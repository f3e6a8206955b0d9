import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { formatDateTime } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { SuccessMark } from '../../ui/success-mark.tsx';
import { DrawList } from '../../wallet/entry/draw-list.tsx';
import { ReferenceFact } from '../../wallet/entry/reference-fact.tsx';
import { entryPath } from '../../wallet/entry/transaction-title.ts';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { useWords } from '../../words/use-words.ts';
import type { Receipt } from './use-deduct-credits.ts';
import { spendWords } from './words/words.ts';
import styles from './spend.module.css';

/** Paid: how much, from which credits, under which reference, and what happens on a refund. */
export function ReceiptView({ receipt }: { receipt: Receipt }) {
  const { spend } = useWords(spendWords);
  const money = useMoneyText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles['receipt']}>
      <div className={styles['paid']}>
        <SuccessMark />
        <h2 ref={heading} tabIndex={-1}>
          {spend.paid(formatMoney(receipt.amount))}
        </h2>
        <p>{spend.nowLeft(money(receipt.balanceAfter))}</p>
      </div>
      <Card title={spend.receipt}>
        <Facts>
          {receipt.orderId !== null && <Fact name={spend.orderFact}>{receipt.orderId}</Fact>}
          <Fact name={spend.date}>{formatDateTime(receipt.createdAt)}</Fact>
          <ReferenceFact reference={receipt.id} />
        </Facts>
      </Card>
      <Card title={spend.paidFrom}>
        <DrawList draws={receipt.draws} total={receipt.amount} label={spend.paidFrom} />
      </Card>
      <p className={styles['note']}>{spend.refundRoute}</p>
      <div className={styles['row']}>
        <Link className={buttonClass('primary')} to="/">
          {spend.done}
        </Link>
        <Link className={buttonClass('secondary')} to={entryPath(receipt.id)}>
          {spend.seeEntry}
        </Link>
      </div>
    </div>
  );
}
