import { useQuery } from '@apollo/client/react';
import type { Asks } from '../../apollo/asked-ahead.ts';
import { ReferFriendDocument } from '../../graphql/graphql.ts';
import type { ReferFriendQuery } from '../../graphql/graphql.ts';
import { useReadPolicy } from '../../session/use-read-policy.ts';
import { Card } from '../../ui/card.tsx';
import { Columns } from '../../ui/columns.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Steps } from '../../ui/steps.tsx';
import { RefreshedPage } from '../../wallet/refreshed-page.tsx';
import { WalletMissing } from '../../wallet/wallet-missing.tsx';
import { useWords } from '../../words/use-words.ts';
import { EnterCode } from './enter-code.tsx';
import { OwnCode } from './own-code.tsx';
import { ReferralEarnings, ReferredPeople } from './referred-people.tsx';
import { referralWords } from './words/words.ts';
import styles from './referral.module.css';

export const asks: Asks = () => ({ query: ReferFriendDocument, variables: {} });

/** A code to pass on, who joined with it, and a place for a friend's code. */
export function ReferralScreen() {
  const { refer } = useWords(referralWords);
  return (
    <RefreshedPage
      heading={refer.title}
      operationName="ReferFriend"
      query={useQuery(ReferFriendDocument, { fetchPolicy: useReadPolicy() })}
      failed={refer.loadFailed}
      refreshFailed={refer.refreshFailed}
      skeleton={<ReferSkeleton />}
    >
      {(data) => <Content data={data} />}
    </RefreshedPage>
  );
}

function Content({ data }: { data: ReferFriendQuery }) {
  const { refer } = useWords(referralWords);
  const { wallet } = data.viewer;
  const { referralValidityDays, referralWindowDays } = data.walletPolicy;
  if (wallet === null) return <WalletMissing />;
  return (
    <Columns
      side={
        <>
          <ReferralEarnings wallet={wallet} />
          <Card title={refer.how}>
            <Steps stacked steps={refer.steps(referralWindowDays)} />
          </Card>
          <EnterCode wallet={wallet} windowDays={referralWindowDays} />
        </>
      }
    >
      <OnHold wallet={wallet} />
      {wallet.status === 'ACTIVE' && <OwnCode wallet={wallet} validityDays={referralValidityDays} />}
      <ReferredPeople wallet={wallet} />
    </Columns>
  );
}

function OnHold({ wallet }: { wallet: NonNullable<ReferFriendQuery['viewer']['wallet']> }) {
  const { refer } = useWords(referralWords);
  return wallet.status === 'ACTIVE' ? null : <p className={styles['note']}>{refer.onHold}</p>;
}

function ReferSkeleton() {
  const { refer } = useWords(referralWords);
  return (
    <Columns
      loading={refer.loading}
      side={
        <>
          <Skeleton width="100%" height="8rem" />
          <Skeleton width="100%" height="14rem" />
        </>
      }
    >
      <Skeleton width="100%" height="20rem" />
      <Skeleton width="100%" height="14rem" />
    </Columns>
  );
}
