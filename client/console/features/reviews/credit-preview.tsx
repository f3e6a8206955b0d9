import { useMutation } from '@apollo/client/react';
import { useCallback, useEffect } from 'react';
import { PreviewCreditReviewDocument } from '../../../graphql/graphql.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../../wallet/refusal-banner.tsx';
import { ChangeEffect } from '../../parts/change-effect.tsx';
import { reviewsWords } from './words.ts';
import styles from './review.module.css';

/** A look writes nothing and uses no key up, so all looks may have the same. */
const LOOK = { dryRun: true, idempotencyKey: 'only-a-look-and-never-an-act' };

const { detail } = reviewsWords;

/** What crediting this payment to this customer would do, worked out by what then does it. */
export function CreditPreview({ reviewId, customerId }: { reviewId: string; customerId: string }) {
  const [ask, { data, loading, error }] = useMutation(PreviewCreditReviewDocument);
  const look = useCallback(() => {
    void ask({ variables: { input: { reviewId, customerId, ...LOOK } } }).catch(() => undefined);
  }, [ask, reviewId, customerId]);
  useEffect(look, [look]);
  const answer = data?.creditReview;
  return (
    <div className={styles['lines']}>
      {answer === undefined && loading && (
        <div role="status" aria-label={detail.looking}>
          <Skeleton width="100%" height="5rem" />
        </div>
      )}
      {error && <ProblemBanner title={detail.lookFailed} error={error} onRetry={look} retrying={loading} />}
      {answer && <RefusalBanners title={detail.refusedLook} errors={answer.userErrors} />}
      {answer?.preview && <ChangeEffect preview={answer.preview} />}
      {answer?.needsApproval && (
        <Banner tone="warn" icon="people">
          <p>{detail.needsApproval}</p>
        </Banner>
      )}
    </div>
  );
}
