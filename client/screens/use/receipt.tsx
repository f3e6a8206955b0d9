import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { DrawList } from '../../components/draw-list.tsx';
import { ReferenceFact } from '../../components/reference-fact.tsx';
import { entryPath } from '../../components/transaction-words.ts';
import { useMoneyText } from '../../components/use-money-text.ts';
import { formatDateTime } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { useMessages } from '../../messages/messages.tsx';
import type { Receipt } from '../../mutations/use-deduct-credits.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { SuccessMark } from '../../ui/success-mark.tsx';
import styles from './use.module.css';

/** Paid: how much, from which credits, under which reference, and what happens on a refund. */
export function ReceiptView({ receipt }: { receipt: Receipt }) {
  const { use, detail } = useMessages();
  const money = useMoneyText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles['receipt']}>
      <div className={styles['paid']}>
        <SuccessMark />
        <h2 ref={heading} tabIndex={-1}>
          {use.paid(formatMoney(receipt.amount))}
        </h2>
        <p>{use.nowLeft(money(receipt.balanceAfter))}</p>
      </div>
      <Card title={use.receipt}>
        <Facts>
          {receipt.orderId !== null && <Fact name={detail.order}>{receipt.orderId}</Fact>}
          <Fact name={detail.date}>{formatDateTime(receipt.createdAt)}</Fact>
          <ReferenceFact reference={receipt.id} />
        </Facts>
      </Card>
      <Card title={detail.paidFrom}>
        <DrawList draws={receipt.draws} total={receipt.amount} label={detail.paidFrom} />
      </Card>
      <p className={styles['note']}>{use.refundRoute}</p>
      <div className={styles['row']}>
        <Link className={buttonClass('primary')} to="/">
          {use.done}
        </Link>
        <Link className={buttonClass('secondary')} to={entryPath(receipt.id)}>
          {use.seeEntry}
        </Link>
      </div>
    </div>
  );
}
