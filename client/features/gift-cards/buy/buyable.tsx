import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import type { Asks } from '../../../apollo/asked-ahead.ts';
import { BuyCardDocument } from '../../../graphql/graphql.ts';
import type { BuyCardQuery } from '../../../graphql/graphql.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { StatusBanner } from '../../../wallet/status-banner.tsx';
import { useWords } from '../../../words/use-words.ts';
import { buyingWords } from './words/words.ts';

export const asks: Asks = () => ({ query: BuyCardDocument, variables: {} });

export type BuyTerms = BuyCardQuery['walletPolicy'];

/** What a card may hold, for whoever buys one or sends one as a gift; said instead, why nobody can. */
export function Buyable({ children }: { children: (terms: BuyTerms) => ReactNode }) {
  const { buy: words } = useWords(buyingWords);
  const { data, previousData, loading, error, refetch } = useQuery(BuyCardDocument, {
    fetchPolicy: 'cache-and-network',
  });
  // What somebody is filling in stays, also when bringing it up to date fails.
  const shown = data ?? previousData;
  if (error && shown === undefined) {
    return (
      <ProblemBanner
        title={words.failed}
        error={error}
        onRetry={() => void refetch().catch(() => undefined)}
        retrying={loading}
      />
    );
  }
  if (shown === undefined) {
    return (
      <div role="status" aria-busy="true" aria-label={words.loading}>
        <Skeleton width="100%" height="24rem" />
      </div>
    );
  }
  const { wallet } = shown.viewer;
  if (wallet === null) return <p>{words.noWallet}</p>;
  if (wallet.status !== 'ACTIVE') return <StatusBanner wallet={wallet} wayToShop />;
  return children(shown.walletPolicy);
}
