import { useQuery } from '@apollo/client/react';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { TierBenefitsDocument, TierCard_WalletFragmentDoc } from '../../graphql/graphql.ts';
import type { TierBenefitsQuery } from '../../graphql/graphql.ts';
import { OfflineBanner } from '../../offline/offline-banner.tsx';
import { useReadPolicy } from '../../session/use-read-policy.ts';
import { Banner } from '../../ui/banner.tsx';
import { Page } from '../../ui/page.tsx';
import { BackLink } from '../../wallet/back-link.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { TierCard, TierCardSkeleton } from '../../wallet/tier/tier-card.tsx';
import { WalletMissing } from '../../wallet/wallet-missing.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { TierTable } from './tier-table.tsx';
import { tierWords } from './words/words.ts';

/** Where the customer stands, what moves a tier up or down, and what each one brings. */
export function TierScreen() {
  const { tiers } = useWords(tierWords);
  const { app, navigation } = useWords(sharedWords);
  const { data, loading, error, refetch } = useQuery(TierBenefitsDocument, {
    fetchPolicy: useReadPolicy(),
  });
  return (
    <Page
      heading={tiers.title}
      documentTitle={app.title(tiers.title)}
      busy={loading && data === undefined}
      back={<BackLink to="/" label={navigation.backHome} />}
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
  const { tiers: words } = useWords(tierWords);
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
