import type { TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ProblemBanner } from '../problem-banner.tsx';
import { usePollPace } from './use-poll-pace.ts';

export interface FollowedProps<Data> {
  query: TypedDocumentNode<Data, { id: string }>;
  id: string;
  /** Something is about to become of it: it is asked for again and again until then. */
  isMoving: (data: Data) => boolean;
  words: {
    loading: string;
    failed: string;
    /** What is shown is from before. */
    notFresh: string;
  };
  children: (data: Data, again: { asking: boolean; onAsk: () => void }) => ReactNode;
}

/** What was begun with a payment, followed until there is an outcome. What was known once stays when asking again fails. */
export function Followed<Data>({ query, id, isMoving, words, children }: FollowedProps<Data>) {
  const { data, loading, error, refetch, startPolling, stopPolling } = useQuery(query, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    skipPollAttempt: () => document.hidden,
  });
  const known = data as Data | undefined;
  usePollPace({ active: known !== undefined && isMoving(known), startPolling, stopPolling, refetch });
  const onAsk = (): void => void refetch().catch(() => undefined);
  const problem = error && (
    <ProblemBanner
      title={known === undefined ? words.failed : words.notFresh}
      error={error}
      onRetry={onAsk}
      retrying={loading}
    />
  );
  if (known === undefined) {
    return (
      problem ?? (
        <div role="status" aria-label={words.loading}>
          <Skeleton width="100%" height="22rem" />
        </div>
      )
    );
  }
  return (
    <>
      {problem}
      {children(known, { asking: loading, onAsk })}
    </>
  );
}
