import { Link } from 'react-router';
import { formatDateTime } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { useWords } from '../../words/use-words.ts';
import { receiptPath } from './order.ts';
import type { EarlierDebit } from './use-deduct-credits.ts';
import { spendWords } from './words/words.ts';
import styles from './spend.module.css';

export interface PaidBeforeProps {
  orderId: string;
  debit: EarlierDebit;
  /** What going on all the same does. */
  action: string;
  busy?: boolean;
  unavailable?: boolean;
  onAgain: () => void;
}

/** The order has a payment already. Paying it in parts is possible, paying it twice by accident is not. */
export function PaidBefore({
  orderId,
  debit,
  action,
  busy = false,
  unavailable = false,
  onAgain,
}: PaidBeforeProps) {
  const { spend } = useWords(spendWords);
  return (
    <Banner tone="warn" icon="info" urgent>
      <p>
        <b>{spend.paidBefore(orderId)}</b>{' '}
        {spend.paidThen(formatMoney(debit.amount), formatDateTime(debit.createdAt))}
      </p>
      <div className={styles['row']}>
        <Link className={buttonClass('primary')} to={receiptPath(debit.id)}>
          {spend.seeReceipt}
        </Link>
        <Button busy={busy} unavailable={unavailable} onClick={onAgain}>
          {action}
        </Button>
      </div>
    </Banner>
  );
}
