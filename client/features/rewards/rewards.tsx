import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { Asks } from '../../apollo/asked-ahead.ts';
import { LoyaltyRewardsDocument } from '../../graphql/graphql.ts';
import type { LoyaltyRewardsQuery } from '../../graphql/graphql.ts';
import { usePreferences } from '../../preferences/preferences-provider.tsx';
import { useReadPolicy } from '../../session/use-read-policy.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Steps } from '../../ui/steps.tsx';
import { RefreshedPage } from '../../wallet/refreshed-page.tsx';
import { WalletMissing } from '../../wallet/wallet-missing.tsx';
import { useWords } from '../../words/use-words.ts';
import { RewardTabs } from './reward-tabs.tsx';
import { VoucherCode } from './voucher-code.tsx';
import { rewardsWords } from './words/words.ts';
import styles from './rewards.module.css';

export const asks: Asks = () => ({ query: LoyaltyRewardsDocument, variables: {} });

/** Rewards to claim, those claimed, and those that are over. */
export function LoyaltyRewards() {
  const { rewards } = useWords(rewardsWords);
  return (
    <RefreshedPage
      heading={rewards.title}
      operationName="LoyaltyRewards"
      query={useQuery(LoyaltyRewardsDocument, { fetchPolicy: useReadPolicy() })}
      failed={rewards.failed}
      refreshFailed={rewards.refreshFailed}
      skeleton={<RewardsSkeleton />}
    >
      {(data) => <Content data={data} />}
    </RefreshedPage>
  );
}

function Content({ data }: { data: LoyaltyRewardsQuery }) {
  if (data.viewer.wallet === null) return <WalletMissing />;
  return (
    <>
      <RewardTabs wallet={data.viewer.wallet} newest={data.rewards.nodes} />
      <VoucherCode />
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
        <Skeleton key={index} width="100%" height="17.5rem" />
      ))}
    </div>
  );
}
