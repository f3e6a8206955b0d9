import { useQuery } from '@apollo/client/react';
import { Suspense, memo, useDeferredValue } from 'react';
import { dayPart } from '../../format/date.ts';
import { WalletDashboardDocument } from '../../graphql/graphql.ts';
import type { WalletDashboardQuery } from '../../graphql/graphql.ts';
import { OfflineBanner } from '../../offline/offline-banner.tsx';
import { useConnected } from '../../session/use-connected.ts';
import { useReadPolicy } from '../../session/use-read-policy.ts';
import { useClock } from '../../ui/clock.tsx';
import { Columns } from '../../ui/columns.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { Page } from '../../ui/page.tsx';
import { ReferralCard, ReferralCardSkeleton } from '../../wallet/invitation/invitation-card.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { RefreshControl } from '../../wallet/refresh-control.tsx';
import { TierCard, TierCardSkeleton } from '../../wallet/tier/tier-card.tsx';
import { useMonthStart } from '../../wallet/use-month-start.ts';
import { useRefresh } from '../../wallet/use-refresh.ts';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { Attention } from './attention.tsx';
import { BalanceCard, BalanceCardSkeleton } from './balance-card/balance-card.tsx';
import { BalanceOverTime, BalanceOverTimeSkeleton } from './balance-over-time/balance-over-time.tsx';
import { BenefitsLink } from './benefits-link.tsx';
import { ExpiringBanner } from './expiring-banner.tsx';
import { FriendsCode } from './friends-code.tsx';
import { GiftWaiting } from './gift-waiting.tsx';
import { PendingTopUps } from './pending-top-ups.tsx';
import { RecentActivity, RecentActivitySkeleton } from './recent-activity.tsx';
import { WalletTotals, WalletTotalsSkeleton } from './wallet-totals.tsx';
import { dashboardWords } from './words/words.ts';

// Few wallets are new, empty or stopped: for those the dashboard brings its words and ways when they are seen.
const NewWallet = lazyPart(() => import('./new-wallet.tsx').then((module) => module.NewWallet));
const FirstDay = lazyPart(() => import('./first-day.tsx').then((module) => module.FirstDay));
const GiftCardsCard = lazyPart(() => import('./gift-cards-card.tsx').then((module) => module.GiftCardsCard));
const OnHold = lazyPart(() => import('./on-hold.tsx').then((module) => module.OnHold));

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
  // What the answer brings is drawn piece by piece, so that a slow phone answers a finger in between.
  const shown = useDeferredValue(data);
  const shownAt = useDeferredValue(updatedAt);
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
      <Suspense fallback={<WalletDashboardSkeleton />}>
        <Content
          data={shown}
          waiting={shown === undefined && (loading || data !== undefined)}
          updatedAt={shownAt}
        />
      </Suspense>
    </Page>
  );
}

interface ContentProps {
  data: WalletDashboardQuery | undefined;
  waiting: boolean;
  updatedAt: number | null;
}

const Content = memo(function Content({ data, waiting, updatedAt }: ContentProps) {
  if (data === undefined) return waiting ? <WalletDashboardSkeleton /> : null;
  const { wallet, boughtGiftCards } = data.viewer;
  if (wallet === null) return <NewWallet shop={data.shop} tiers={data.tiers} />;
  if (wallet.status !== 'ACTIVE') return <OnHold data={data} wallet={wallet} updatedAt={updatedAt} />;
  if (wallet.transactionCount === 0) return <FirstDay data={data} wallet={wallet} updatedAt={updatedAt} />;
  return (
    <Columns
      side={
        <>
          <TierCard wallet={wallet} tiers={data.tiers} action={<BenefitsLink />} />
          {boughtGiftCards !== null && boughtGiftCards.cards > 0 && (
            <Suspense>
              <GiftCardsCard figures={boughtGiftCards} />
            </Suspense>
          )}
          <ReferralCard wallet={wallet} policy={data.walletPolicy} />
          <WalletTotals wallet={wallet} />
        </>
      }
      after={<BalanceOverTime updatedAt={updatedAt} />}
    >
      <BalanceCard wallet={wallet} updatedAt={updatedAt} />
      <Attention>
        <GiftWaiting />
        <FriendsCode />
        <PendingTopUps wallet={wallet} />
        <ExpiringBanner wallet={wallet} />
      </Attention>
      <RecentActivity wallet={wallet} />
    </Columns>
  );
});

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
