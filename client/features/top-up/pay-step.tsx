import { useQuery } from '@apollo/client/react';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { TopUpDocument, TopUp_StateFragmentDoc } from '../../graphql/graphql.ts';
import type { TopUpQuery } from '../../graphql/graphql.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePollPace } from '../../wallet/payment/use-poll-pace.ts';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { useMonthStart } from '../../wallet/use-month-start.ts';
import { useWords } from '../../words/use-words.ts';
import { AwaitingPayment } from './awaiting-payment.tsx';
import { Confirming } from './confirming.tsx';
import type { ConfirmingProps } from './confirming.tsx';
import { NotPaid } from './not-paid.tsx';
import { Settled } from './settled.tsx';
import { topUpWords } from './words/words.ts';

/** One top-up, followed until its outcome is known. */
export function PayStep({ id }: { id: string }) {
  const { add } = useWords(topUpWords);
  const monthStart = useMonthStart();
  const query = useQuery(TopUpDocument, {
    variables: { id, monthStart },
    fetchPolicy: 'cache-and-network',
    skipPollAttempt: () => document.hidden,
  });
  const { previousData, loading, error, refetch, startPolling, stopPolling } = query;
  const data = query.data ?? previousData;
  const state = readFragment(TopUp_StateFragmentDoc, data?.topUp);
  const over = state?.status === 'SETTLED' || state?.status === 'FAILED';
  const waitedLong = usePollPace({ active: Boolean(state) && !over, startPolling, stopPolling, refetch });
  if (data === undefined) {
    if (error)
      return <Problem error={error} retry={() => void refetch().catch(() => undefined)} retrying={loading} />;
    return (
      <div role="status" aria-label={add.loadingTopUp}>
        <Skeleton width="100%" height="22rem" />
      </div>
    );
  }
  if (!data.topUp || !state) return <p>{add.unknown}</p>;
  return (
    <State
      topUp={{ ...data.topUp, ...state }}
      tiers={data.tiers}
      wallet={data.viewer.wallet}
      waitedLong={waitedLong}
      asking={loading}
      onAsk={() => void refetch().catch(() => undefined)}
    />
  );
}

function Problem({ error, retry, retrying }: { error: unknown; retry: () => void; retrying: boolean }) {
  const { add } = useWords(topUpWords);
  return <ProblemBanner title={add.topUpFailed} error={error} onRetry={retry} retrying={retrying} />;
}

function State({ tiers, ...waiting }: ConfirmingProps & { tiers: TopUpQuery['tiers'] }) {
  const { topUp, wallet } = waiting;
  switch (topUp.status) {
    case 'SETTLED':
      return <Settled topUp={topUp} tiers={tiers} />;
    case 'FAILED':
    case 'EXPIRED':
      return <NotPaid topUp={topUp} wallet={wallet} />;
    case 'CONFIRMING':
    case 'CREATED':
      return <Confirming {...waiting} />;
    case 'AWAITING_PAYMENT':
      return <AwaitingPayment topUp={topUp} wallet={wallet} tiers={tiers} />;
  }
}
