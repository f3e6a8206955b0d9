import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { dayPart } from '../../format/date.ts';
import { WalletDashboardDocument } from '../../graphql/graphql.ts';
import type { WalletDashboardQuery } from '../../graphql/graphql.ts';
import { OfflineBanner } from '../../offline/offline-banner.tsx';
import { useConnected } from '../../session/use-connected.ts';
import { useReadPolicy } from '../../session/use-read-policy.ts';
import { useClock } from '../../ui/clock.tsx';
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
import { WalletMissing } from '../../wallet/wallet-missing.tsx';
import { walletWords } from '../../wallet/words/words.ts';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { BalanceCard, BalanceCardSkeleton } from './balance-card/balance-card.tsx';
import { BalanceOverTime, BalanceOverTimeSkeleton } from './balance-over-time/balance-over-time.tsx';
import { ExpiringBanner } from './expiring-banner.tsx';
import { FriendsCode } from './friends-code.tsx';
import { PendingTopUps } from './pending-top-ups.tsx';
import { RecentActivity, RecentActivitySkeleton } from './recent-activity.tsx';
import { Starters } from './starters.tsx';
import { WalletTotals, WalletTotalsSkeleton } from './wallet-totals.tsx';
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
  const wallet = data.viewer.wallet;
  if (wallet === null) return <WalletMissing />;
  return (
    <div className={styles['columns']}>
      <div>
        <BalanceCard wallet={wallet} updatedAt={updatedAt} />
        <Attention wallet={wallet} shop={data.shop} />
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
  const { dashboard } = useWords(dashboardWords);
  return (
    <Link className={linkStyles['link']} to="/tier">
      {dashboard.benefits}
      <Icon name="right" size="xs" />
    </Link>
  );
}

interface AttentionProps {
  wallet: NonNullable<WalletDashboardQuery['viewer']['wallet']>;
  shop: WalletDashboardQuery['shop'];
}

function Attention({ wallet, shop }: AttentionProps) {
  const { dashboard } = useWords(dashboardWords);
  const { shop: words } = useWords(walletWords);
  return (
    <section className={styles['attention']} aria-label={dashboard.attention}>
      <FriendsCode />
      <StatusBanner wallet={wallet} />
      {wallet.status !== 'ACTIVE' && <TalkToShop shop={shop} subject={words.subject} />}
      <PendingTopUps wallet={wallet} />
      <ExpiringBanner wallet={wallet} />
    </section>
  );
}

/** The dashboard's own shape, with real headings, before its data is there. */
export function WalletDashboardSkeleton() {
  const { dashboard } = useWords(dashboardWords);
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
