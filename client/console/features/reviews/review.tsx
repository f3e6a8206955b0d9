import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import { ReviewDetail_ReviewFragmentDoc, ReviewDetailDocument } from '../../../graphql/graphql.ts';
import type { ReviewDetail_ReviewFragment } from '../../../graphql/graphql.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Card } from '../../../ui/card.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { Columns } from '../../../ui/columns.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { BackLink } from '../../../wallet/back-link.tsx';
import { ageOf } from '../../parts/age.ts';
import { TableCardSkeleton } from '../../parts/table-card-skeleton.tsx';
import { Answered } from '../../ui/answered.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { REVIEW_KINDS } from '../../ui/vocabulary.ts';
import { Arrived } from './arrived.tsx';
import { AtStake } from './at-stake.tsx';
import { EndReview } from './end-review.tsx';
import { HowItEnded } from './how-it-ended.tsx';
import { Owner } from './owner.tsx';
import { amountText, statusLooks } from './review-texts.ts';
import { reviewsWords as words } from './words.ts';

type Review = ReviewDetail_ReviewFragment;

const { detail, inbox } = words;

/** One payment that does not fit: what arrived, what was waited for, and how it ends. */
export function ReviewDetail() {
  const { id = '' } = useParams();
  const now = useClock();
  const query = useQuery(ReviewDetailDocument, { variables: { id }, fetchPolicy: useReadPolicy() });
  const review = readFragment(ReviewDetail_ReviewFragmentDoc, query.data?.paymentReview);
  return (
    <ConsolePage
      heading={review ? detail.heading(REVIEW_KINDS[review.kind], amountText(review)) : detail.title}
      lead={<BackLink to="/admin/reviews" label={detail.back} />}
      badges={review && <Badge {...statusLooks[review.status]}>{words.statuses[review.status]}</Badge>}
      sub={
        review && (
          <>
            <span>{review.providerReference}</span>
            {review.status === 'OPEN' && <span>{inbox.waits(ageOf(review.openedAt, now()))}</span>}
          </>
        )
      }
      busy={query.loading && query.data === undefined}
    >
      <Answered
        operationName="ReviewDetail"
        query={query}
        failed={detail.failed}
        skeleton={<TableCardSkeleton label={detail.loading} />}
      >
        {() =>
          review ? (
            <Content key={review.id} review={review} onRefused={() => void query.refetch()} />
          ) : (
            <EmptyState art="noMatch" title={detail.missing} text={detail.missingText} />
          )
        }
      </Answered>
    </ConsolePage>
  );
}

function Content({ review, onRefused }: { review: Review; onRefused: () => void }) {
  const isOpen = review.status === 'OPEN';
  return (
    <Columns
      side={
        <>
          <Card title={detail.why}>
            <p lang="en">{review.problem}</p>
          </Card>
          {isOpen && <Owner review={review} />}
        </>
      }
    >
      <Arrived review={review} />
      {isOpen && review.kind === 'DISPUTE' && review.taken === null && <AtStake review={review} />}
      {isOpen ? <EndReview review={review} onRefused={onRefused} /> : <HowItEnded review={review} />}
    </Columns>
  );
}
