import { Link } from 'react-router';
import { formatDateTime } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import type { MoneyValue } from '../../../format/money.ts';
import { isZero } from '../../../format/proportion.ts';
import { minus } from '../../../format/sum.ts';
import type { ReviewDetail_ReviewFragment } from '../../../graphql/graphql.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Card } from '../../../ui/card.tsx';
import { Fact, Facts } from '../../../ui/facts.tsx';
import text from '../../../ui/text.module.css';
import { customerPath } from '../../parts/paths.ts';
import { amountText } from './review-texts.ts';
import { reviewsWords as words } from './words.ts';
import styles from './review.module.css';

type Review = ReviewDetail_ReviewFragment;

const { detail } = words;

/** The payment beside the top-up that it may belong to. */
export function Arrived({ review }: { review: Review }) {
  const { topUp, expected, wallet } = review;
  return (
    <Card title={detail.arrived}>
      <div className={styles['versus']}>
        <div>
          <h3>{detail.payment}</h3>
          <Facts>
            <Fact name={detail.amount}>{amountText(review)}</Fact>
            <Fact name={detail.when}>{formatDateTime(review.openedAt)}</Fact>
            <Fact name={detail.provider}>
              <span className={text['mono']}>{review.providerReference}</span>
            </Fact>
          </Facts>
        </div>
        <div>
          <h3>{topUp === null ? detail.noTopUp : detail.topUp(topUp.reference)}</h3>
          <Facts>
            {expected !== null && (
              <Fact name={detail.amount}>
                {formatMoney(expected)} <Comparison one={expected} other={review.collected} />
              </Fact>
            )}
            {topUp && <TopUpFacts topUp={topUp} />}
            {wallet && (
              <Fact name={detail.customer}>
                <Link to={customerPath(wallet.customer.customerId)}>{wallet.customer.name}</Link>
                <span className={text['note']}> {detail.balance(formatMoney(wallet.balance))}</span>
              </Fact>
            )}
          </Facts>
        </div>
      </div>
    </Card>
  );
}

function TopUpFacts({ topUp }: { topUp: NonNullable<Review['topUp']> }) {
  const { status, method, createdAt, settledAt } = topUp;
  return (
    <>
      <Fact name={detail.status}>{detail.topUpStatuses[status] ?? status}</Fact>
      <Fact name={detail.method}>{detail.methods[method] ?? method}</Fact>
      <Fact name={detail.started}>{formatDateTime(createdAt)}</Fact>
      {settledAt !== null && <Fact name={detail.settled}>{formatDateTime(settledAt)}</Fact>}
    </>
  );
}

function Comparison({ one, other }: { one: MoneyValue; other: MoneyValue | null }) {
  if (other === null) return null;
  return isZero(minus(one, other)) ? (
    <Badge icon="check" tone="ok">
      {detail.same}
    </Badge>
  ) : (
    <Badge icon="error" tone="warn">
      {detail.differs}
    </Badge>
  );
}
