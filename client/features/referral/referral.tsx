import { useQuery } from '@apollo/client/react';
import { ReferFriendDocument } from '../../graphql/graphql.ts';
import type { ReferFriendQuery } from '../../graphql/graphql.ts';
import { OfflineBanner } from '../../offline/offline-banner.tsx';
import { useReadPolicy } from '../../session/use-read-policy.ts';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Steps } from '../../ui/steps.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { RefreshControl } from '../../wallet/refresh-control.tsx';
import { useRefresh } from '../../wallet/use-refresh.ts';
import { WalletMissing } from '../../wallet/wallet-missing.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { EnterCode } from './enter-code.tsx';
import { OwnCode } from './own-code.tsx';
import { ReferralEarnings, ReferredPeople } from './referred-people.tsx';
import { referralWords } from './words/words.ts';
import styles from './referral.module.css';

const OPERATION = 'ReferFriend';

/** A code to pass on, who joined with it, and a place for a friend's code. */
export function ReferralScreen() {
  const { refer } = useWords(referralWords);
  const { app } = useWords(sharedWords);
  const { data, loading, error, refetch } = useQuery(ReferFriendDocument, {
    fetchPolicy: useReadPolicy(),
  });
  const { updatedAt, refresh } = useRefresh(OPERATION, refetch);
  const waiting = loading && data === undefined;
  return (
    <Page
      heading={refer.title}
      documentTitle={app.title(refer.title)}
      refreshing={loading && !waiting}
      busy={waiting}
      actions={<RefreshControl updatedAt={updatedAt} refreshing={loading} onRefresh={refresh} />}
    >
      <OfflineBanner operationName={OPERATION} />
      {error && (
        <ProblemBanner
          title={data === undefined ? refer.loadFailed : refer.refreshFailed}
          error={error}
          onRetry={refresh}
          retrying={loading}
        />
      )}
      {waiting && <ReferSkeleton />}
      {data && <Content data={data} />}
    </Page>
  );
}

function Content({ data }: { data: ReferFriendQuery }) {
  const { refer } = useWords(referralWords);
  const { wallet } = data.viewer;
  const { referralValidityDays, referralWindowDays } = data.walletPolicy;
  if (wallet === null) return <WalletMissing />;
  return (
    <div className={styles['columns']}>
      <div>
        <OnHold wallet={wallet} />
        {wallet.status === 'ACTIVE' && <OwnCode wallet={wallet} validityDays={referralValidityDays} />}
        <ReferredPeople wallet={wallet} />
      </div>
      <div>
        <ReferralEarnings wallet={wallet} />
        <Card title={refer.how}>
          <Steps stacked steps={refer.steps(referralWindowDays)} />
        </Card>
        <EnterCode wallet={wallet} windowDays={referralWindowDays} />
      </div>
    </div>
  );
}

function OnHold({ wallet }: { wallet: NonNullable<ReferFriendQuery['viewer']['wallet']> }) {
  const { refer } = useWords(referralWords);
  return wallet.status === 'ACTIVE' ? null : <p className={styles['note']}>{refer.onHold}</p>;
}

function ReferSkeleton() {
  const { refer } = useWords(referralWords);
  return (
    <div role="status" aria-label={refer.loading} className={styles['columns']}>
      <div>
        <Skeleton width="100%" height="21rem" />
        <Skeleton width="100%" height="14rem" />
      </div>
      <div>
        <Skeleton width="100%" height="8rem" />
        <Skeleton width="100%" height="14rem" />
      </div>
    </div>
  );
}
