import type { ReactNode, RefObject } from 'react';
import { useId } from 'react';
import { formatMoney } from '../../format/money.ts';
import type { MoneyValue } from '../../format/money.ts';
import { minus } from '../../format/sum.ts';
import { Disc } from '../../ui/disc.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import type { Bill } from './order.ts';
import { spendWords } from './words/words.ts';
import styles from './slip.module.css';

export interface SlipProps {
  bill: Bill;
  paid: MoneyValue;
  /** The rest is paid by UPI at the same time. */
  byUpi: boolean;
  headingRef: RefObject<HTMLHeadingElement | null>;
  children?: ReactNode;
}

/** What the order costs, what the credits pay of it, and what is left. */
export function Slip({ bill, paid, byUpi, headingRef, children }: SlipProps) {
  const { spend } = useWords(spendWords);
  const { app } = useWords(sharedWords);
  const id = useId();
  return (
    <section className={styles['slip']} aria-labelledby={id}>
      <div className={styles['head']}>
        <Disc icon="store" tone="brand" />
        <div>
          <h2 id={id} ref={headingRef} tabIndex={-1}>
            {spend.orderName(bill.orderId)}
          </h2>
          <p>{app.brand}</p>
        </div>
        <p className={styles['sum']}>
          <VisuallyHidden>{spend.cost} </VisuallyHidden>
          {formatMoney(bill.total)}
        </p>
      </div>
      <dl className={styles['lines']}>
        <div>
          <dt>{spend.fromCredits}</dt>
          <dd>−{formatMoney(paid)}</dd>
        </div>
        <div className={styles['left']}>
          <dt>{byUpi ? spend.byUpi : spend.leftToPay}</dt>
          <dd>{formatMoney(minus(bill.total, paid))}</dd>
        </div>
      </dl>
      {children}
    </section>
  );
}
