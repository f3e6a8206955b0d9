import { useQuery } from '@apollo/client/react';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { TopUpDocument, TopUp_StateFragmentDoc } from '../../graphql/graphql.ts';
import type { TopUpQuery, TopUp_StateFragment } from '../../graphql/graphql.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useMonthStart } from '../../mutations/use-month-start.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AwaitingPayment } from './awaiting-payment.tsx';
import { Confirming } from './confirming.tsx';
import { NotPaid } from './not-paid.tsx';
import { Settled } from './settled.tsx';
import { usePollPace } from './use-poll-pace.ts';

export type ShownTopUp = TopUp_StateFragment & Omit<NonNullable<TopUpQuery['topUp']>, ' $fragmentRefs'>;

/** One top-up, followed until its outcome is known. */
export function PayStep({ id }: { id: string }) {
  const { add } = useMessages();
  const monthStart = useMonthStart();
  const { data, loading, error, refetch, startPolling, stopPolling } = useQuery(TopUpDocument, {
    variables: { id, monthStart },
    fetchPolicy: 'cache-and-network',
    skipPollAttempt: () => document.hidden,
  });
  const state = readFragment(TopUp_StateFragmentDoc, data?.topUp);
  const over = state?.status === 'SETTLED' || state?.status === 'FAILED';
  const waitedLong = usePollPace({ active: Boolean(state) && !over, startPolling, stopPolling });
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
  return <State topUp={{ ...data.topUp, ...state }} waitedLong={waitedLong} />;
}

function Problem({ error, retry, retrying }: { error: unknown; retry: () => void; retrying: boolean }) {
  const { add } = useMessages();
  return <ProblemBanner title={add.topUpFailed} error={error} onRetry={retry} retrying={retrying} />;
}

function State({ topUp, waitedLong }: { topUp: ShownTopUp; waitedLong: boolean }) {
  switch (topUp.status) {
    case 'SETTLED':
      return <Settled topUp={topUp} />;
    case 'FAILED':
    case 'EXPIRED':
      return <NotPaid topUp={topUp} />;
    case 'CONFIRMING':
    case 'CREATED':
      return <Confirming topUp={topUp} waitedLong={waitedLong} />;
    case 'AWAITING_PAYMENT':
      return <AwaitingPayment topUp={topUp} />;
  }
}
