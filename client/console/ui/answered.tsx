import type { ReactNode } from 'react';
import { toProblem } from '../../apollo/problem.ts';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { useRefresh } from '../../wallet/use-refresh.ts';
import { Denied } from './denied.tsx';

export interface AnsweredProps<Data> {
  operationName: string;
  query: {
    data: Data | undefined;
    loading: boolean;
    error?: unknown;
    refetch: () => Promise<unknown>;
  };
  /** What is said when nothing came. */
  failed: string;
  /** The shape of what comes. */
  skeleton: ReactNode;
  children: (data: Data) => ReactNode;
}

/**
 * What one query answered, in each of its states: on its way, there, there but old because nothing newer came, failed, and not for
 * this role. Coming back to the window brings it up to date.
 */
export function Answered<Data>({ operationName, query, failed, skeleton, children }: AnsweredProps<Data>) {
  const { data, loading, error, refetch } = query;
  const { refresh } = useRefresh(operationName, refetch);
  const problem = error === undefined ? null : toProblem(error);
  if (problem?.code === 'FORBIDDEN') return <Denied requestId={problem.requestId} />;
  return (
    <>
      {error !== undefined && (
        <ProblemBanner title={failed} error={error} onRetry={refresh} retrying={loading} />
      )}
      {data === undefined && loading && skeleton}
      {data !== undefined && children(data)}
    </>
  );
}
