import { useQuery } from '@apollo/client/react';
import type { Asks } from '../../apollo/asked-ahead.ts';
import { formatMoney } from '../../format/money.ts';
import { isZero } from '../../format/proportion.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { TierBenefitsDocument, TierCard_WalletFragmentDoc } from '../../graphql/graphql.ts';
import type { TierBenefitsQuery, TierCard_WalletFragment } from '../../graphql/graphql.ts';
import { OfflineBanner } from '../../offline/offline-banner.tsx';
import { useReadPolicy } from '../../session/use-read-policy.ts';
import { Card } from '../../ui/card.tsx';
import { Columns } from '../../ui/columns.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tip, Tips } from '../../ui/tips.tsx';
import { BackLink } from '../../wallet/back-link.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { TierCardSkeleton } from '../../wallet/tier/tier-card.tsx';
import { WalletMissing } from '../../wallet/wallet-missing.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { NextTier } from './next-tier.tsx';
import { TierCards } from './tier-cards.tsx';
import { TierCourse } from './tier-course.tsx';
import { tierWords } from './words/words.ts';

export const asks: Asks = () => ({ query: TierBenefitsDocument, variables: {} });

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
      {data === undefined ? loading && <TiersSkeleton /> : <Content data={data} />}
    </Page>
  );
}

function Content({ data }: { data: TierBenefitsQuery }) {
  const { wallet } = data.viewer;
  if (wallet === null) return <WalletMissing />;
  const standing = readFragment(TierCard_WalletFragmentDoc, wallet).tier;
  return (
    <Columns
      side={
        <>
          <WhatMovesIt standing={standing} />
          <TierCourse wallet={wallet} tiers={data.tiers} standing={standing} />
        </>
      }
    >
      <NextTier data={data} wallet={wallet} />
      <TierCards tiers={data.tiers} standing={standing} />
    </Columns>
  );
}

function WhatMovesIt({ standing: { basis, tier } }: { standing: TierCard_WalletFragment['tier'] }) {
  const { tiers: words } = useWords(tierWords);
  const down = basis === 'BALANCE' && isZero(tier.threshold) ? null : words.down[basis];
  return (
    <Card title={words.moves}>
      <Tips>
        <Tip icon="in">{words.up[basis]}</Tip>
        {down && <Tip icon="out">{down(formatMoney(tier.threshold))}</Tip>}
        <Tip icon="calendar">{words.keep}</Tip>
      </Tips>
    </Card>
  );
}

/** The page's own shape before its data is there. */
function TiersSkeleton() {
  const { tiers: words } = useWords(tierWords);
  return (
    <Columns
      loading={words.loading}
      side={
        <Card title={words.moves} busy>
          <Skeleton width="100%" height="10rem" />
        </Card>
      }
    >
      <TierCardSkeleton />
      <Skeleton width="100%" height="30rem" />
    </Columns>
  );
}
