import { useId } from 'react';
import type { ReviewDetail_ReviewFragment } from '../../../graphql/graphql.ts';
import { OfflineReason } from '../../../offline/offline-reason.tsx';
import { useConnected } from '../../../session/use-connected.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import text from '../../../ui/text.module.css';
import { useToast } from '../../../ui/toast.tsx';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../../wallet/refusal-banner.tsx';
import { UnknownBanner } from '../../../wallet/unknown-banner.tsx';
import { personName } from '../../parts/person-name.ts';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { useTakeReview } from './use-review-acts.ts';
import { reviewsWords } from './words.ts';
import styles from './review.module.css';

const { detail } = reviewsWords;

/** Who looks at it, so that two people don't do the same. */
export function Owner({ review: { id, assignee } }: { review: ReviewDetail_ReviewFragment }) {
  const account = useOwnAccount();
  const connected = useConnected();
  const reasonId = useId();
  const toast = useToast();
  const { take, sending, unknown, asking, askNow, error, refusals } = useTakeReview(id);
  const isMine = assignee?.id === account?.id;
  const mayTake = assignee === null || (account?.role === 'ADMIN' && !isMine);
  const send = async (): Promise<void> => {
    const taken = await take();
    if (taken !== null && taken.userErrors.length === 0) toast(detail.taken);
  };
  const busy = sending || unknown;
  return (
    <Card title={detail.owner}>
      <div className={styles['lines']}>
        <p>
          {assignee === null
            ? detail.free
            : isMine
              ? detail.yours
              : detail.others(personName(assignee, account?.id))}
        </p>
        {unknown && <UnknownBanner title={detail.unknownTaken} asking={asking} onAsk={askNow} />}
        {error !== null && (
          <ProblemBanner
            title={detail.notTaken}
            error={error}
            onRetry={() => void send()}
            retrying={sending}
          />
        )}
        <RefusalBanners title={detail.notTaken} errors={refusals} />
        {mayTake && (
          <>
            {!connected && <OfflineReason id={reasonId} />}
            <Button
              block
              busy={busy}
              unavailable={!connected}
              aria-describedby={connected ? undefined : reasonId}
              onClick={() => void send()}
            >
              {busy ? detail.taking : assignee === null ? detail.take : detail.takeOver}
            </Button>
            <p className={text['note']}>{detail.takeHint}</p>
          </>
        )}
      </div>
    </Card>
  );
}
