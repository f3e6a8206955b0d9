import { useQuery } from '@apollo/client/react';
import { OfflineBanner } from '../components/offline-banner.tsx';
import { ProblemBanner } from '../components/problem-banner.tsx';
import { TierCard, TierCardSkeleton } from '../components/tier-card.tsx';
import { TierBenefitsDocument, TierCard_WalletFragmentDoc } from '../graphql/graphql.ts';
import type { TierBenefitsQuery } from '../graphql/graphql.ts';
import { readFragment } from '../graphql/fragment-masking.ts';
import { useMessages } from '../messages/messages.tsx';
import { useReadPolicy } from '../session/use-read-policy.ts';
import { Banner } from '../ui/banner.tsx';
import { Page } from '../ui/page.tsx';
import { TierTable } from './tier/tier-table.tsx';
import { WalletMissing } from './wallet-missing.tsx';

/** Where the customer stands, what moves a tier up or down, and what each one brings. */
export function TierBenefits() {
  const { app, tiers, navigation } = useMessages();
  const { data, loading, error, refetch } = useQuery(TierBenefitsDocument, {
    fetchPolicy: useReadPolicy(),
  });
  return (
    <Page
      heading={tiers.title}
      documentTitle={app.title(tiers.title)}
      busy={loading && data === undefined}
      back={{ to: '/', label: navigation.backHome }}
    >
      <OfflineBanner operationName="TierBenefits" />
      {error && (
        <ProblemBanner
          title={tiers.failed}
          error={error}
          onRetry={() => void refetch().catch(() => undefined)}
          retrying={loading}
        />
      )}
      {data === undefined ? loading && <TierCardSkeleton /> : <Content data={data} />}
    </Page>
  );
}

function Content({ data }: { data: TierBenefitsQuery }) {
  const { tiers: words } = useMessages();
  const { wallet } = data.viewer;
  if (wallet === null) return <WalletMissing />;
  const { basis, tier } = readFragment(TierCard_WalletFragmentDoc, wallet).tier;
  return (
    <>
      <TierCard wallet={wallet} tiers={data.tiers} />
      <Banner tone="info" icon="info">
        <p>{words.rules[basis]}</p>
      </Banner>
      <h2>{words.compare}</h2>
      <TierTable tiers={data.tiers} current={tier.level} basis={basis} />
    </>
  );
}
