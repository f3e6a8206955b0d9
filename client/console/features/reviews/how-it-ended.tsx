import { formatDateTime } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import type { ReviewDetail_ReviewFragment } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import { personName } from '../../parts/person-name.ts';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { reviewsWords as words } from './words.ts';
import styles from './review.module.css';

const { detail } = words;

export function HowItEnded({ review }: { review: ReviewDetail_ReviewFragment }) {
  const account = useOwnAccount();
  const { endedBy, endedAt, reason, transaction, taken, receivable, refundStatus } = review;
  return (
    <Card title={detail.ended}>
      <div className={styles['lines']}>
        {endedBy && endedAt !== null && (
          <p>{detail.endedBy(personName(endedBy, account?.id), formatDateTime(endedAt))}</p>
        )}
        {reason !== null && <p>{reason}</p>}
        {transaction && <p>{detail.entry(transaction.reference, formatMoney(transaction.balanceAfter))}</p>}
        {taken && <p>{detail.takenBack(formatMoney(taken))}</p>}
        {receivable && <p>{detail.receivable(formatMoney(receivable))}</p>}
        {refundStatus !== null && <p>{detail.refunds[refundStatus]}</p>}
      </div>
    </Card>
  );
}
