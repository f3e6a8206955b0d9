import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import type { Asks } from '../../apollo/asked-ahead.ts';
import { AddCreditsDocument } from '../../graphql/graphql.ts';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { BackLink } from '../../wallet/back-link.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { StatusBanner } from '../../wallet/status-banner.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { AmountStep } from './amount-step.tsx';
import { PayStep } from './pay-step.tsx';
import { useWayBack } from './use-way-back.ts';
import { topUpWords } from './words/words.ts';

/** Of a top-up that is under way the shop is asked again and again anyway. */
export const asks: Asks = ({ pathname }) =>
  pathname === '/add' ? { query: AddCreditsDocument, variables: {} } : null;

/** Buying credits: choose, pay, see it arrive. Each step has an address, so that a reload finds it. */
export function AddCredits() {
  const { add } = useWords(topUpWords);
  const { app, actions } = useWords(sharedWords);
  const { id } = useParams();
  const { back } = useWayBack();
  return (
    <Page
      flow
      heading={add.title}
      documentTitle={app.title(add.title)}
      back={<BackLink to={back} icon="close" label={actions.close} />}
    >
      {id === undefined ? <Start /> : <PayStep key={id} id={id} />}
    </Page>
  );
}

function Start() {
  const { add } = useWords(topUpWords);
  const { data, previousData, loading, error, refetch } = useQuery(AddCreditsDocument, {
    fetchPolicy: 'cache-and-network',
  });
  // What somebody is filling in stays, also when bringing it up to date fails.
  const shown = data ?? previousData;
  if (error && shown === undefined) {
    return (
      <ProblemBanner
        title={add.failed}
        error={error}
        onRetry={() => void refetch().catch(() => undefined)}
        retrying={loading}
      />
    );
  }
  if (shown === undefined) {
    return (
      <div role="status" aria-busy="true" aria-label={add.loading}>
        <Skeleton width="100%" height="24rem" />
      </div>
    );
  }
  const { wallet } = shown.viewer;
  if (wallet === null) return <p>{add.noWallet}</p>;
  if (wallet.status !== 'ACTIVE') return <StatusBanner wallet={wallet} wayToShop />;
  return <AmountStep wallet={wallet} tiers={shown.tiers} policy={shown.walletPolicy} />;
}
