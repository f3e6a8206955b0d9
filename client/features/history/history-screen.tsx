import { Suspense } from 'react';
import { useParams } from 'react-router';
import { lazyPart } from '../../ui/lazy-part.ts';
import { useFullScreen } from '../../ui/use-media-query.ts';
import { asks, TransactionHistory } from './history.tsx';

const TransactionDetail = lazyPart(() =>
  import('./entry/entry.tsx').then((module) => module.TransactionDetail),
);

export { asks };

/** The list, or one of its entries; both where there is room, and then the list stays as it is under the entry. */
export function HistoryScreen() {
  const { id } = useParams();
  const isBeside = useFullScreen();
  if (id !== undefined && !isBeside) return <TransactionDetail />;
  return (
    <>
      <TransactionHistory />
      {id !== undefined && (
        <Suspense fallback={null}>
          <TransactionDetail />
        </Suspense>
      )}
    </>
  );
}
