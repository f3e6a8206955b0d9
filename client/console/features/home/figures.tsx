import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { formatTime } from '../../../format/date.ts';
import { monthStart } from '../../../format/day-range.ts';
import { formatMoney } from '../../../format/money.ts';
import { ConsoleFiguresDocument } from '../../../graphql/graphql.ts';
import type { ConsoleFiguresQuery } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { homeWords as words } from './words.ts';
import styles from './home.module.css';

/** What came and went this month, and what the shop owes. */
export function Figures() {
  const now = useClock();
  const [from] = useState(() => monthStart(now()));
  const { data, loading, error, refetch } = useQuery(ConsoleFiguresDocument, { variables: { from } });
  const figures = data?.programmeStatistics;
  return (
    <Card
      title={words.month}
      busy={loading}
      action={
        figures && <small className={styles['hint']}>{words.monthHint(formatTime(figures.asOf))}</small>
      }
    >
      {error !== undefined && (
        <ProblemBanner
          title={words.figuresFailed}
          error={error}
          retrying={loading}
          onRetry={() => void refetch().catch(() => undefined)}
        />
      )}
      {figures ? <Lines figures={figures} /> : loading && <Skeleton width="100%" height="12rem" />}
    </Card>
  );
}

const MOVES = ['purchased', 'granted', 'spent', 'refunded', 'expired'] as const;

function Lines({ figures }: { figures: ConsoleFiguresQuery['programmeStatistics'] }) {
  const month = figures.movement.at(-1);
  return (
    <Facts>
      {month !== undefined &&
        MOVES.map((move) => (
          <Fact key={move} name={words.figures[move]}>
            {formatMoney(month[move])}
          </Fact>
        ))}
      <Fact name={words.figures.owed}>
        <b>{formatMoney(figures.totalBalance)}</b>
      </Fact>
    </Facts>
  );
}
