import type { ReactNode } from 'react';
import { OfflineBanner } from '../offline/offline-banner.tsx';
import { Page } from '../ui/page.tsx';
import { sharedWords } from '../words/words.ts';
import { useWords } from '../words/use-words.ts';
import { ProblemBanner } from './problem-banner.tsx';
import { RefreshControl } from './refresh-control.tsx';
import { useRefresh } from './use-refresh.ts';

export interface RefreshedPageProps<Data> {
  heading: string;
  operationName: string;
  query: {
    data: Data | undefined;
    loading: boolean;
    error?: unknown;
    refetch: () => Promise<unknown>;
  };
  /** What is said when nothing came, and when nothing newer did. */
  failed: string;
  refreshFailed: string;
  /** The page's shape before its data is there. */
  skeleton: ReactNode;
  children: (data: Data) => ReactNode;
}

/** A page of one query that can be brought up to date: what is there stays while newer is asked for, and when that fails. */
export function RefreshedPage<Data>(props: RefreshedPageProps<Data>) {
  const { data, loading, error, refetch } = props.query;
  const { app } = useWords(sharedWords);
  const { updatedAt, refresh } = useRefresh(props.operationName, refetch);
  const waiting = loading && data === undefined;
  return (
    <Page
      heading={props.heading}
      documentTitle={app.title(props.heading)}
      refreshing={loading && !waiting}
      busy={waiting}
      actions={<RefreshControl updatedAt={updatedAt} refreshing={loading} onRefresh={refresh} />}
    >
      <OfflineBanner operationName={props.operationName} />
      {error !== undefined && (
        <ProblemBanner
          title={data === undefined ? props.failed : props.refreshFailed}
          error={error}
          onRetry={refresh}
          retrying={loading}
        />
      )}
      {waiting && props.skeleton}
      {data !== undefined && props.children(data)}
    </Page>
  );
}
