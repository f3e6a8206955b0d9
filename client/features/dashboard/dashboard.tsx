import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { dayPart } from '../../format/date.ts';
import { WalletDashboardDocument } from '../../graphql/graphql.ts';
import type { WalletDashboardQuery } from '../../graphql/graphql.ts';
import { OfflineBanner } from '../../offline/offline-banner.tsx';
import { useConnected } from '../../session/use-connected.ts';
import { useReadPolicy } from '../../session/use-read-policy.ts';
import { useClock } from '../../ui/clock.tsx';
import { Columns } from '../../ui/columns.tsx';
import { Icon } from '../../ui/icon.tsx';
import linkStyles from '../../ui/link.module.css';
import { Page } from '../../ui/page.tsx';
import { ReferralCard, ReferralCardSkeleton } from '../../wallet/invitation/invitation-card.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { RefreshControl } from '../../wallet/refresh-control.tsx';
import { TalkToShop } from '../../wallet/shop/talk-to-shop.tsx';
import { StatusBanner } from '../../wallet/status-banner.tsx';
import { TierCard, TierCardSkeleton } from '../../wallet/tier/tier-card.tsx';
import { useMonthStart } from '../../wallet/use-month-start.ts';
import { useRefresh } from '../../wallet/use-refresh.ts';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { BalanceCard, BalanceCardSkeleton } from './balance-card/balance-card.tsx';
import { BalanceOverTime, BalanceOverTimeSkeleton } from './balance-over-time/balance-over-time.tsx';
import { ExpiringBanner } from './expiring-banner.tsx';
import { FirstSteps } from './first-steps.tsx';
import { FriendsCode } from './friends-code.tsx';
import { NewWallet } from './new-wallet.tsx';
import { PendingTopUps } from './pending-top-ups.tsx';
import { RecentActivity, RecentActivitySkeleton } from './recent-activity.tsx';
import { Starters } from './starters.tsx';
import { WalletTotals, WalletTotalsSkeleton } from './wallet-totals.tsx';
import { WhileOnHold } from './while-on-hold.tsx';
import { dashboardWords } from './words/words.ts';
import styles from './dashboard.module.css';

const OPERATION = 'WalletDashboard';

/** How much, what is about to vanish, what happened. */
export function WalletDashboard({ customerName }: { customerName: string }) {
  const { dashboard } = useWords(dashboardWords);
  const { app } = useWords(sharedWords);
  const now = useClock();
  const query = useQuery(WalletDashboardDocument, {
    variables: { monthStart: useMonthStart() },
    fetchPolicy: useReadPolicy(),
  });
  const { previousData, loading, error, refetch } = query;
  // When the month changes under an open page, the old one stays until the new one is there.
  const data = query.data ?? previousData;
  const { updatedAt, refresh } = useRefresh(OPERATION, refetch);
  const connected = useConnected();
  const firstName = customerName.split(' ')[0] ?? customerName;
  return (
    <Page
      heading={dashboard.greeting(dayPart(now()), firstName)}
      documentTitle={app.title(dashboard.title)}
      refreshing={loading && data !== undefined}
      busy={loading && data === undefined}
      actions={<RefreshControl updatedAt={updatedAt} refreshing={loading} onRefresh={refresh} />}
    >
      <OfflineBanner operationName={OPERATION} />
      {error && (connected || data === undefined) && (
        <ProblemBanner
          title={data === undefined ? dashboard.failed : dashboard.refreshFailed}
          error={error}
          onRetry={refresh}
          retrying={loading}
        />
      )}
      <Content data={data} loading={loading} updatedAt={updatedAt} />
    </Page>
  );
}

interface ContentProps {
  data: WalletDashboardQuery | undefined;
  loading: boolean;
  updatedAt: number | null;
}

function Content({ data, loading, updatedAt }: ContentProps) {
  if (data === undefined) return loading ? <WalletDashboardSkeleton /> : null;
  const { wallet } = data.viewer;
  if (wallet === null) return <NewWallet shop={data.shop} tiers={data.tiers} />;
  if (wallet.status !== 'ACTIVE') return <OnHold data={data} wallet={wallet} updatedAt={updatedAt} />;
  if (wallet.transactionCount === 0) return <FirstDay data={data} wallet={wallet} updatedAt={updatedAt} />;
  return (
    <Columns
      side={
        <>
          <TierCard wallet={wallet} tiers={data.tiers} action={<BenefitsLink />} />
          <ReferralCard wallet={wallet} policy={data.walletPolicy} />
          <WalletTotals wallet={wallet} />
        </>
      }
      after={<BalanceOverTime updatedAt={updatedAt} />}
    >
      <BalanceCard wallet={wallet} updatedAt={updatedAt} />
      <Attention>
        <FriendsCode />
        <PendingTopUps wallet={wallet} />
        <ExpiringBanner wallet={wallet} />
      </Attention>
      <RecentActivity wallet={wallet} />
    </Columns>
  );
}

interface StateProps {
  data: WalletDashboardQuery;
  wallet: NonNullable<WalletDashboardQuery['viewer']['wallet']>;
  updatedAt: number | null;
}

/** Nothing has happened in the wallet yet: how it begins, and what is free. */
function FirstDay({ data, wallet, updatedAt }: StateProps) {
  return (
    <Columns
      side={
        <>
          <TierCard wallet={wallet} tiers={data.tiers} action={<BenefitsLink />} />
          <ReferralCard wallet={wallet} policy={data.walletPolicy} />
        </>
      }
    >
      <BalanceCard wallet={wallet} updatedAt={updatedAt} />
      <Attention>
        <FriendsCode />
        <PendingTopUps wallet={wallet} />
      </Attention>
      <Starters wallet={wallet} policy={data.walletPolicy} />
      <FirstSteps policy={data.walletPolicy} shop={data.shop.name} />
    </Columns>
  );
}

/** The shop has stopped the wallet: what that means, and the way to the people who can open it. */
function OnHold({ data, wallet, updatedAt }: StateProps) {
  const { status, balance, transactions } = wallet;
  return (
    <Columns
      side={
        <>
          <TierCard wallet={wallet} tiers={data.tiers} action={<BenefitsLink />} />
          {status !== 'ACTIVE' && <WhileOnHold status={status} balance={balance} />}
        </>
      }
    >
      <BalanceCard wallet={wallet} updatedAt={updatedAt} />
      <Attention>
        <StatusBanner wallet={wallet} />
        <TalkToShop shop={data.shop} entry={transactions.nodes[0] ?? null} />
        <PendingTopUps wallet={wallet} />
        <ExpiringBanner wallet={wallet} />
      </Attention>
      {wallet.transactionCount > 0 && <RecentActivity wallet={wallet} />}
    </Columns>
  );
}

function BenefitsLink() {
  const { dashboard } = useWords(dashboardWords);
  return (
    <Link className={linkStyles['link']} to="/tier">
      {dashboard.benefits}
      <Icon name="right" size="xs" />
    </Link>
  );
}

function Attention({ children }: { children: ReactNode }) {
  const { dashboard } = useWords(dashboardWords);
  return (
    <section className={styles['attention']} aria-label={dashboard.attention}>
      {children}
    </section>
  );
}

/** The dashboard's own shape, with real headings, before its data is there. */
export function WalletDashboardSkeleton() {
  const { dashboard } = useWords(dashboardWords);
  return (
    <Columns
      loading={dashboard.loading}
      side={
        <>
          <TierCardSkeleton action={<BenefitsLink />} />
          <ReferralCardSkeleton />
          <WalletTotalsSkeleton />
        </>
      }
      after={<BalanceOverTimeSkeleton />}
    >
      <BalanceCardSkeleton />
      <RecentActivitySkeleton />
    </Columns>
  );
}
