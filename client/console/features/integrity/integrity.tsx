import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { formatDateTime } from '../../../format/date.ts';
import { IntegrityPageDocument } from '../../../graphql/graphql.ts';
import type { IntegrityPageQuery } from '../../../graphql/graphql.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Card } from '../../../ui/card.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { Columns } from '../../../ui/columns.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Fact, Facts } from '../../../ui/facts.tsx';
import text from '../../../ui/text.module.css';
import { ageOf } from '../../parts/age.ts';
import { State } from '../../parts/state.tsx';
import { TableCardSkeleton } from '../../parts/table-card-skeleton.tsx';
import { Answered } from '../../ui/answered.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { Cell, Table } from '../../ui/table.tsx';
import { integrityWords as words } from './words.ts';
import styles from './integrity.module.css';

type Audit = NonNullable<IntegrityPageQuery['integrity']['lastAudit']>;

/** Whether the books are right, by the last audit, and whether payments work. */
export function IntegrityPage() {
  const query = useQuery(IntegrityPageDocument, { fetchPolicy: useReadPolicy() });
  const audit = query.data?.integrity.lastAudit;
  return (
    <ConsolePage
      heading={words.title}
      badges={audit !== undefined && <Verdict audit={audit} />}
      sub={
        audit && (
          <>
            <span>{words.run(formatDateTime(audit.finishedAt))}</span>
            <span>{words.took(secondsOf(audit))}</span>
          </>
        )
      }
      busy={query.loading && query.data === undefined}
    >
      <Answered
        operationName="IntegrityPage"
        query={query}
        failed={words.failed}
        skeleton={<TableCardSkeleton label={words.loading} />}
      >
        {({ integrity: { lastAudit, backlogs }, paymentHealth }) => (
          <Columns
            side={
              <>
                <Backlogs backlogs={backlogs} />
                <Payments health={paymentHealth} />
              </>
            }
          >
            {lastAudit ? <Checks audit={lastAudit} /> : <NeverChecked />}
          </Columns>
        )}
      </Answered>
    </ConsolePage>
  );
}

function Verdict({ audit }: { audit: Audit | null }) {
  if (audit === null) {
    return (
      <Badge icon="clock" tone="neutral">
        {words.never}
      </Badge>
    );
  }
  return audit.violations === 0 ? (
    <Badge icon="shield" tone="ok">
      {words.passed}
    </Badge>
  ) : (
    <Badge icon="error" tone="bad">
      {words.violations(audit.violations)}
    </Badge>
  );
}

function secondsOf({ startedAt, finishedAt }: Audit): string {
  return String(Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 100) / 10);
}

function NeverChecked() {
  return (
    <Card title={words.checks}>
      <EmptyState art="nothingYet" title={words.never} text={words.neverText} />
    </Card>
  );
}

function Checks({ audit }: { audit: Audit }) {
  const { wallets, entries, violations, findings, notices } = audit;
  return (
    <>
      <Card title={words.checks}>
        <p className={styles['what']}>{words.what}</p>
        <Facts>
          <Fact name={words.lookedAt}>
            {words.wallets(wallets)}, {words.entries(entries)}
          </Fact>
          <Fact name={words.differences}>
            {violations === 0 ? (
              <State icon="ok" tone="ok">
                {words.holds}
              </State>
            ) : (
              <State icon="error" tone="bad">
                {words.violations(violations)}
              </State>
            )}
          </Fact>
        </Facts>
      </Card>
      {findings.length > 0 && <Findings findings={findings} />}
      {notices.length > 0 && (
        <Card title={words.notices}>
          <ul lang="en">
            {notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </Card>
      )}
      <p className={text['note']}>{words.repair}</p>
    </>
  );
}

function Findings({ findings }: { findings: Audit['findings'] }) {
  const { rule, record, problem } = words.columns;
  return (
    <Card title={words.differences} flush>
      <Table cards caption={words.differences} columns={[rule, record, problem].map((name) => ({ name }))}>
        {findings.map((finding, index) => (
          <tr key={index}>
            <Cell>
              <b lang="en">{finding.rule}</b>
              <small>{finding.invariant}</small>
            </Cell>
            <Cell label={record}>
              {finding.record}
              {finding.entry !== null && <small>{words.entry(finding.entry)}</small>}
            </Cell>
            <Cell label={problem}>
              <span lang="en">{finding.problem}</span>
            </Cell>
          </tr>
        ))}
      </Table>
    </Card>
  );
}

type Backlog = IntegrityPageQuery['integrity']['backlogs'][number];

/** Where people deal with what waits; the rest the server does by itself. */
const PLACES: Partial<Record<Backlog['kind'], string>> = {
  APPROVALS: '/admin/approvals',
  REVIEWS: '/admin/reviews',
};

function Backlogs({ backlogs }: { backlogs: readonly Backlog[] }) {
  const { title, kinds } = words.backlogs;
  return (
    <Card title={title}>
      <Facts>
        {backlogs.map((backlog) => {
          const place = PLACES[backlog.kind];
          return (
            <Fact key={backlog.kind} name={kinds[backlog.kind]}>
              {place === undefined ? (
                <Waiting backlog={backlog} />
              ) : (
                <Link to={place}>
                  <Waiting backlog={backlog} />
                </Link>
              )}
            </Fact>
          );
        })}
      </Facts>
    </Card>
  );
}

function Waiting({ backlog: { waiting, since } }: { backlog: Backlog }) {
  const now = useClock()();
  const { nothing, some, waiting: count, since: say } = words.backlogs;
  if (waiting === 0 || (waiting === null && since === null)) return nothing;
  const what = waiting === null ? some : count(waiting);
  return since === null ? what : say(what, ageOf(since, now));
}

function Payments({ health }: { health: IntegrityPageQuery['paymentHealth'] }) {
  const { payments } = words;
  if (health.provider === null) {
    return (
      <Card title={payments.title}>
        <p>{payments.none}</p>
      </Card>
    );
  }
  return (
    <Card title={payments.title}>
      <Facts>
        <Fact name={payments.provider}>{health.provider}</Fact>
        <Fact name={payments.state}>
          {health.isWorking ? (
            <State icon="ok" tone="ok">
              {payments.works}
            </State>
          ) : (
            <State icon="error" tone="bad">
              {payments.fails(health.failuresInARow)}
            </State>
          )}
        </Fact>
        <Fact name={payments.lastAnswer}>
          {health.lastAnswerAt === null ? payments.notYet : formatDateTime(health.lastAnswerAt)}
        </Fact>
        {health.lastFailureAt !== null && (
          <Fact name={payments.lastFailure}>
            {formatDateTime(health.lastFailureAt)}
            {health.lastFailure !== null && <span className={text['note']}> {health.lastFailure}</span>}
          </Fact>
        )}
      </Facts>
    </Card>
  );
}
