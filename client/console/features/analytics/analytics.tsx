import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { formatDate, formatDateTime } from '../../../format/date.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import { AnalyticsPageDocument, MovedInPeriodFragmentDoc } from '../../../graphql/graphql.ts';
import type { AnalyticsPageQuery } from '../../../graphql/graphql.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { Card } from '../../../ui/card.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { Columns } from '../../../ui/columns.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Answered } from '../../ui/answered.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { Cohorts } from './cohorts.tsx';
import { OwedByMonth } from './liability.tsx';
import { isUnderWay, monthName } from './month-name.ts';
import { beginning, lengthOf, monthOf, moved, rangeOf } from './months.ts';
import { Movement } from './movement.tsx';
import { COMPARE, PeriodControls, SHOW } from './period-controls.tsx';
import { Granted, PeriodTable } from './period-table.tsx';
import { Tiers } from './tiers.tsx';
import { Tiles } from './tiles.tsx';
import { useProgrammeCsv } from './use-programme-csv.tsx';
import type { CsvButton } from './use-programme-csv.tsx';
import { analyticsWords as words } from './words.ts';

/** How the programme does in a period, beside the targets of the shop and the months before. */
export function AnalyticsPage() {
  const [params] = useSearchParams();
  const now = useClock()();
  const range = rangeOf(params, now);
  const period = { from: beginning(range.from), to: beginning(moved(range.to, 1)) };
  const { previousData, ...query } = useQuery(AnalyticsPageDocument, {
    variables: period,
    fetchPolicy: useReadPolicy(),
  });
  const data = query.data ?? previousData;
  const csv = useProgrammeCsv(period);
  const asOf = data?.programmeStatistics.asOf;
  return (
    <ConsolePage
      heading={words.title}
      sub={
        asOf && (
          <>
            <span>{words.asOf(formatDateTime(asOf))}</span>
            <span>{words.same}</span>
          </>
        )
      }
      actions={(data ?? query.loading) && csv.button('figures', words.csv.figures)}
      busy={query.loading}
    >
      {csv.problem}
      <Answered
        operationName="AnalyticsPage"
        query={{ ...query, data }}
        failed={words.failed}
        skeleton={<AnalyticsSkeleton />}
      >
        {(answer) => (
          <>
            <PeriodControls range={range} now={now} />
            <Shown data={answer} csv={csv.button} />
          </>
        )}
      </Answered>
    </ConsolePage>
  );
}

function Shown({ data, csv }: { data: AnalyticsPageQuery; csv: CsvButton }) {
  const [params] = useSearchParams();
  const { programmeStatistics: figures, tiers } = data;
  if (figures.walletCount === 0) {
    return (
      <Card title={words.title}>
        <EmptyState art="nothingYet" title={words.empty.title} text={words.empty.text} />
      </Card>
    );
  }
  const [period, previous] = [
    readFragment(MovedInPeriodFragmentDoc, figures.period),
    readFragment(MovedInPeriodFragmentDoc, figures.previousPeriod),
  ];
  const { asOf } = figures;
  // What is shown is named by what came, which may be the period before the one that was just chosen.
  const range = { from: monthOf(figures.from), to: moved(monthOf(figures.to), -1) };
  const length = lengthOf(range);
  const earlier = { from: moved(range.from, -length), to: moved(range.from, -1) };
  const nameOf = ({ from, to }: typeof range): string =>
    from !== to && isUnderWay(to, asOf)
      ? words.period.name(monthName(from, asOf), formatDate(asOf))
      : words.period.name(monthName(from, asOf), monthName(to, asOf));
  const name = nameOf(range);
  const before = params.get(COMPARE) === 'no' ? null : { moved: previous, name: nameOf(earlier) };
  const asTable = params.get(SHOW) === 'tables';
  const fileOf = (title: string): [string, string] => [words.csv.table, words.csv.tableOf(title)];
  return (
    <>
      <Tiles figures={figures} period={period} before={before?.moved ?? null} />
      <Columns
        side={
          <Tiers {...{ figures, asTable }} named={tiers} csv={csv('tiers', ...fileOf(words.tiers.title))} />
        }
      >
        <OwedByMonth {...{ figures, asTable }} csv={csv('liability', ...fileOf(words.liability.title))} />
      </Columns>
      <Movement {...{ figures, period, name, asTable }} csv={csv('movement', ...fileOf(words.moved.title))} />
      <Cohorts figures={figures} asTable={asTable} />
      <Columns side={<Granted period={period} />}>
        <PeriodTable
          {...{ figures, period, name, before }}
          isUnderWay={Date.parse(asOf) < Date.parse(figures.to)}
        />
      </Columns>
    </>
  );
}

function AnalyticsSkeleton() {
  return (
    <div role="status" aria-label={words.loading}>
      <Skeleton width="100%" height="9rem" />
      <Columns side={<Skeleton width="100%" height="20rem" />}>
        <Skeleton width="100%" height="20rem" />
      </Columns>
    </div>
  );
}
