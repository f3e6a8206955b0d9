import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { FriendsCode } from '../components/friends-code.tsx';
import { BalanceOverTime, BalanceOverTimeSkeleton } from '../components/balance-over-time.tsx';
import { BalanceCard, BalanceCardSkeleton } from '../components/balance-card.tsx';
import { ExpiringBanner } from '../components/expiring-banner.tsx';
import { OfflineBanner } from '../components/offline-banner.tsx';
import { PendingTopUps } from '../components/pending-top-ups.tsx';
import { ProblemBanner } from '../components/problem-banner.tsx';
import { RecentActivity, RecentActivitySkeleton } from '../components/recent-activity.tsx';
import { RefreshControl } from '../components/refresh-control.tsx';
import { StatusBanner } from '../components/status-banner.tsx';
import { TierCard, TierCardSkeleton } from '../components/tier-card.tsx';
import { Starters } from '../components/starters.tsx';
import { ReferralCard, ReferralCardSkeleton } from '../components/referral-card.tsx';
import { useMonthStart } from '../mutations/use-month-start.ts';
import { useRefresh } from '../components/use-refresh.ts';
import { WalletTotals, WalletTotalsSkeleton } from '../components/wallet-totals.tsx';
import { dayPart } from '../format/date.ts';
import { WalletDashboardDocument } from '../graphql/graphql.ts';
import type { WalletDashboardQuery } from '../graphql/graphql.ts';
import { useMessages } from '../messages/messages.tsx';
import { useConnected } from '../session/use-connected.ts';
import { useReadPolicy } from '../session/use-read-policy.ts';
import linkStyles from '../ui/link.module.css';
import { Icon } from '../ui/icon.tsx';
import { useClock } from '../ui/clock.tsx';
import { Page } from '../ui/page.tsx';
import { WalletMissing } from './wallet-missing.tsx';
import styles from './wallet-dashboard.module.css';

const OPERATION = 'WalletDashboard';

/** How much, what is about to vanish, what happened. */
export function WalletDashboard({ customerName }: { customerName: string }) {
  const { app, dashboard } = useMessages();
  const now = useClock();
  const query = useQuery(WalletDashboardDocument, {
    variables: { monthStart: useMonthStart() },
    fetchPolicy: useReadPolicy(),
  });
  const { data, loading, error, refetch } = query;
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
  const wallet = data.viewer.wallet;
  if (wallet === null) return <WalletMissing />;
  return (
    <div className={styles['columns']}>
      <div>
        <BalanceCard wallet={wallet} updatedAt={updatedAt} />
        <Attention wallet={wallet} />
        <Starters wallet={wallet} />
        <RecentActivity wallet={wallet} />
      </div>
      <div>
        <TierCard wallet={wallet} tiers={data.tiers} action={<BenefitsLink />} />
        <ReferralCard wallet={wallet} />
        <WalletTotals wallet={wallet} />
      </div>
      <div className={styles['after']}>
        <BalanceOverTime updatedAt={updatedAt} />
      </div>
    </div>
  );
}

function BenefitsLink() {
  const { tiers } = useMessages();
  return (
    <Link className={linkStyles['link']} to="/tier">
      {tiers.link}
      <Icon name="right" size="xs" />
    </Link>
  );
}

function Attention({ wallet }: { wallet: NonNullable<WalletDashboardQuery['viewer']['wallet']> }) {
  const { dashboard } = useMessages();
  return (
    <section className={styles['attention']} aria-label={dashboard.attention}>
      <FriendsCode />
      <StatusBanner wallet={wallet} />
      <PendingTopUps wallet={wallet} />
      <ExpiringBanner wallet={wallet} />
    </section>
  );
}

/** The dashboard's own shape, with real headings, before its data is there. */
export function WalletDashboardSkeleton() {
  const { dashboard } = useMessages();
  return (
    <div className={styles['columns']} role="status" aria-label={dashboard.loading}>
      <div>
        <BalanceCardSkeleton />
        <RecentActivitySkeleton />
      </div>
      <div>
        <TierCardSkeleton />
        <ReferralCardSkeleton />
        <WalletTotalsSkeleton />
      </div>
      <div className={styles['after']}>
        <BalanceOverTimeSkeleton />
      </div>
    </div>
  );
}
