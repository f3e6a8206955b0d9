import { formatMoney } from '../../../format/money.ts';
import { isZero } from '../../../format/proportion.ts';
import type { ReviewDetail_ReviewFragment } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import { reviewsWords as words } from './words.ts';
import styles from './review.module.css';

const { stake } = words.detail;

/** What an open dispute keeps aside, and what becomes of it either way. */
export function AtStake({ review: { hold, notHeld } }: { review: ReviewDetail_ReviewFragment }) {
  return (
    <Card title={stake.title}>
      <div className={styles['lines']}>
        {hold ? (
          <>
            <p>{stake.held(formatMoney(hold.amount))}</p>
            <p>{stake.won(formatMoney(hold.amount))}</p>
            <p>{stake.lost(formatMoney(hold.amount))}</p>
          </>
        ) : (
          <p>{notHeld === null ? stake.unknown : stake.nothingHeld}</p>
        )}
        {notHeld && !isZero(notHeld) && <p>{stake.notHeld(formatMoney(notHeld))}</p>}
      </div>
    </Card>
  );
}
