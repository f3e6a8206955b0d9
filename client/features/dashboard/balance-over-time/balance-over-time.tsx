import { lazy, Suspense, useRef } from 'react';
import { Card } from '../../../ui/card.tsx';
import { useNearView } from '../../../ui/use-near-view.ts';
import { useWords } from '../../../words/use-words.ts';
import { dashboardWords } from '../words/words.ts';
import { BalanceLineSkeleton } from './balance-line-skeleton.tsx';

/** Its code and its data come when it is about to be seen; without them the rest of the page is still whole. */
const BalanceLine = lazy(() =>
  import('./balance-line.tsx').then(
    (module) => ({ default: module.BalanceLine }),
    () => ({ default: NotLoaded }),
  ),
);

/** How the balance moved over the last ninety days. */
export function BalanceOverTime({ updatedAt }: { updatedAt: number | null }) {
  const { balanceLine } = useWords(dashboardWords);
  const place = useRef<HTMLDivElement>(null);
  const near = useNearView(place);
  return (
    <Card title={balanceLine.title}>
      <div ref={place}>
        {near ? (
          <Suspense fallback={<BalanceLineSkeleton />}>
            <BalanceLine updatedAt={updatedAt} />
          </Suspense>
        ) : (
          <BalanceLineSkeleton />
        )}
      </div>
    </Card>
  );
}

export function BalanceOverTimeSkeleton() {
  const { balanceLine } = useWords(dashboardWords);
  return (
    <Card title={balanceLine.title} busy>
      <BalanceLineSkeleton />
    </Card>
  );
}

function NotLoaded() {
  const { balanceLine } = useWords(dashboardWords);
  return <p>{balanceLine.notLoaded}</p>;
}
