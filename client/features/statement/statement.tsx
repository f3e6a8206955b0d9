import { useQuery } from '@apollo/client/react';
import { Link, useSearchParams } from 'react-router';
import type { Asks } from '../../apollo/asked-ahead.ts';
import { formatMonth } from '../../format/date.ts';
import { startOfDay } from '../../format/day-range.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { StatementFigures_StatementFragmentDoc, WalletStatementDocument } from '../../graphql/graphql.ts';
import type { WalletStatementQuery } from '../../graphql/graphql.ts';
import { OfflineBanner } from '../../offline/offline-banner.tsx';
import { useReadPolicy } from '../../session/use-read-policy.ts';
import { Card } from '../../ui/card.tsx';
import { useClock } from '../../ui/clock.tsx';
import link from '../../ui/link.module.css';
import { Columns } from '../../ui/columns.tsx';
import { Page } from '../../ui/page.tsx';
import { BackLink } from '../../wallet/back-link.tsx';
import { TransactionRow, TransactionRowSkeletons } from '../../wallet/entry/transaction-row.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { WalletMissing } from '../../wallet/wallet-missing.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { choiceWords } from './choice-words.ts';
import { PeriodChoice } from './period-choice.tsx';
import { StatementFigures, StatementFiguresSkeleton } from './statement-figures.tsx';
import { readPeriod, writePeriod } from './statement-period.ts';
import type { StatementPeriod } from './statement-period.ts';
import { TakeAlong } from './take-along.tsx';
import { statementWords } from './words/words.ts';
import styles from './statement.module.css';

export const asks: Asks = ({ searchParams }, now) => {
  const { from, to } = readPeriod(searchParams, now);
  return { query: WalletStatementDocument, variables: { from, to } };
};

/** What happened in a period, from its opening to its closing balance; on paper and as a file too. */
export function StatementScreen() {
  const { statement } = useWords(statementWords);
  const { app, navigation } = useWords(sharedWords);
  const now = useClock();
  const [params, setParams] = useSearchParams();
  const period = readPeriod(params, now());
  const { data, previousData, loading, error, refetch } = useQuery(WalletStatementDocument, {
    variables: { from: period.from, to: period.to },
    fetchPolicy: useReadPolicy(),
  });
  if ((data ?? previousData)?.viewer.wallet === null) return <NoWallet />;
  return (
    <Page
      heading={statement.title}
      documentTitle={app.title(statement.title)}
      busy={loading && data === undefined}
      refreshing={loading && data !== undefined}
      back={<BackLink to="/history" label={navigation.history} />}
    >
      <OfflineBanner operationName="WalletStatement" />
      {error && (
        <ProblemBanner
          title={statement.failed}
          error={error}
          onRetry={() => void refetch().catch(() => undefined)}
          retrying={loading}
        />
      )}
      <Columns
        side={
          <>
            <section>
              <PeriodChoice
                period={period}
                onChange={(next) => setParams(writePeriod(next), { replace: true })}
              />
            </section>
            <TakeAlong period={period} />
          </>
        }
      >
        {(data ?? loading) && <Told data={data} period={period} />}
      </Columns>
    </Page>
  );
}

function NoWallet() {
  const { statement } = useWords(statementWords);
  const { app } = useWords(sharedWords);
  return (
    <Page heading={statement.title} documentTitle={app.title(statement.title)}>
      <WalletMissing />
    </Page>
  );
}

function Told({ data, period }: { data: WalletStatementQuery | undefined; period: StatementPeriod }) {
  const { statement } = useWords(statementWords);
  const now = useClock();
  const isMonth = period.choice === 'this-month' || period.choice === 'last-month';
  const title = isMonth ? formatMonth(startOfDay(period.from)) : choiceWords(period.choice, statement, now());
  const told = data?.viewer.wallet?.statement;
  const figures = told && readFragment(StatementFigures_StatementFragmentDoc, told);
  if (!told || !figures) {
    // One card until then: how tall the figures are is not known before, and what stands below them would jump.
    return (
      <Card title={title} busy>
        <StatementFiguresSkeleton />
        <ul>
          <TransactionRowSkeletons count={8} />
        </ul>
      </Card>
    );
  }
  const rows = told.transactions.nodes;
  const rest = figures.count - rows.length;
  return (
    <>
      <Card title={title}>
        <StatementFigures figures={figures} />
      </Card>
      <Card title={statement.list} flush action={<small>{statement.newestFirst}</small>}>
        {rows.length === 0 && <p className={styles['empty']}>{statement.nothing}</p>}
        <ul>
          {rows.map((row) => (
            <TransactionRow key={row.id} transaction={row} />
          ))}
        </ul>
        {rest > 0 && (
          <p className={styles['more']}>
            <Link className={link['link']} to={`/history?dates=custom&from=${period.from}&to=${period.to}`}>
              {statement.rest(rest)}
            </Link>
          </p>
        )}
      </Card>
    </>
  );
}
