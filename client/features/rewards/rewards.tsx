import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { LoyaltyRewardsDocument } from '../../graphql/graphql.ts';
import type { LoyaltyRewardsQuery } from '../../graphql/graphql.ts';
import { OfflineBanner } from '../../offline/offline-banner.tsx';
import { usePreferences } from '../../preferences/preferences-provider.tsx';
import { useReadPolicy } from '../../session/use-read-policy.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Steps } from '../../ui/steps.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { RefreshControl } from '../../wallet/refresh-control.tsx';
import { useRefresh } from '../../wallet/use-refresh.ts';
import { WalletMissing } from '../../wallet/wallet-missing.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { RewardTabs } from './reward-tabs.tsx';
import { rewardsWords } from './words/words.ts';
import styles from './rewards.module.css';

const OPERATION = 'LoyaltyRewards';

/** Rewards to claim, those claimed, and those that are over. */
export function LoyaltyRewards() {
  const { rewards } = useWords(rewardsWords);
  const { app } = useWords(sharedWords);
  const { data, loading, error, refetch } = useQuery(LoyaltyRewardsDocument, {
    fetchPolicy: useReadPolicy(),
  });
  const { updatedAt, refresh } = useRefresh(OPERATION, refetch);
  const waiting = loading && data === undefined;
  return (
    <Page
      heading={rewards.title}
      documentTitle={app.title(rewards.title)}
      refreshing={loading && !waiting}
      busy={waiting}
      actions={<RefreshControl updatedAt={updatedAt} refreshing={loading} onRefresh={refresh} />}
    >
      <OfflineBanner operationName={OPERATION} />
      {error && (
        <ProblemBanner
          title={data === undefined ? rewards.failed : rewards.refreshFailed}
          error={error}
          onRetry={refresh}
          retrying={loading}
        />
      )}
      {waiting && <RewardsSkeleton />}
      {data && <Content data={data} />}
    </Page>
  );
}

function Content({ data }: { data: LoyaltyRewardsQuery }) {
  if (data.viewer.wallet === null) return <WalletMissing />;
  return (
    <>
      <RewardTabs wallet={data.viewer.wallet} />
      <HowItWorks />
    </>
  );
}

/** Open on the first visit; later it waits to be asked. */
function HowItWorks() {
  const { rewards } = useWords(rewardsWords);
  const [{ knowsRewards }, update] = usePreferences();
  const [open] = useState(!knowsRewards);
  useEffect(() => update({ knowsRewards: true }), [update]);
  return (
    <Disclosure title={rewards.how} open={open}>
      <Steps steps={rewards.steps} />
    </Disclosure>
  );
}

function RewardsSkeleton() {
  const { rewards } = useWords(rewardsWords);
  return (
    <div role="status" aria-label={rewards.loading} className={styles['grid']}>
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} width="100%" height="17rem" />
      ))}
    </div>
  );
}
