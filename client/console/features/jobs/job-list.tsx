import { useQuery } from '@apollo/client/react';
import { Link, useSearchParams } from 'react-router';
import { formatDateTime } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import { JobRow_JobFragmentDoc, JobsPageDocument } from '../../../graphql/graphql.ts';
import type { JobKind, JobRow_JobFragment, JobsPageQuery } from '../../../graphql/graphql.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chips } from '../../../ui/chip.tsx';
import { FilterChips, NoRows } from '../../parts/list-filter.tsx';
import { ListNote } from '../../parts/list-note.tsx';
import { ListTools } from '../../parts/list-tools.tsx';
import { Pager } from '../../parts/pager.tsx';
import { BY_TIME, orderOf, sortedPageOf } from '../../parts/place.ts';
import { personName } from '../../parts/person-name.ts';
import { sortedBy } from '../../parts/sorting.tsx';
import { State } from '../../parts/state.tsx';
import { TableCardSkeleton } from '../../parts/table-card-skeleton.tsx';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { Answered } from '../../ui/answered.tsx';
import { ConsoleIcon } from '../../ui/console-icon.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { Cell, Table } from '../../ui/table.tsx';
import { useRowKeys } from '../../ui/use-row-keys.ts';
import { jobPath, NEW_PATHS, statusLooks } from './job-texts.ts';
import { jobsWords as words } from './words.ts';

const HIDEABLE = Object.values(words.columns).slice(1);
const KINDS = [
  'BULK_CREDIT',
  'CUSTOMER_IMPORT',
  'VOUCHER_CODES',
  'GIFT_CARD_BATCH',
] as const satisfies readonly JobKind[];

/** All files that were ever sent, newest first, and the ways to send another. */
export function JobList() {
  const [params] = useSearchParams();
  const kind = KINDS.find((one) => one === params.get('kind'));
  const { previousData, ...query } = useQuery(JobsPageDocument, {
    variables: { filter: kind === undefined ? null : { kind }, ...sortedPageOf(params) },
    fetchPolicy: useReadPolicy(),
  });
  const data = query.data ?? previousData;
  const isAdmin = useOwnAccount()?.role === 'ADMIN';
  return (
    <ConsolePage
      heading={words.title}
      sub={words.sub}
      actions={isAdmin && <Starts />}
      busy={query.loading && data === undefined}
    >
      {isAdmin && (
        <Chips label={words.filter}>
          <FilterChips
            name="kind"
            everything={words.everything}
            choices={KINDS.map((value) => ({ value, label: words.kinds[value].title }))}
          />
        </Chips>
      )}
      <ListTools columns={HIDEABLE}>
        <Answered
          operationName="JobsPage"
          query={{ ...query, data }}
          failed={words.failed}
          skeleton={<TableCardSkeleton label={words.loading} />}
        >
          {({ jobs }) => <Jobs jobs={jobs} />}
        </Answered>
      </ListTools>
    </ConsolePage>
  );
}

/** For admins: who may not start a job finds the reason on the page and no way to begin one. */
function Starts() {
  return (
    <>
      <Link className={buttonClass('secondary')} to={NEW_PATHS.CUSTOMER_IMPORT}>
        {words.kinds.CUSTOMER_IMPORT.start}
      </Link>
      <Link className={buttonClass('primary')} to={NEW_PATHS.BULK_CREDIT}>
        <ConsoleIcon name="upload" />
        {words.kinds.BULK_CREDIT.start}
      </Link>
    </>
  );
}

function Jobs({ jobs }: { jobs: JobsPageQuery['jobs'] }) {
  const keys = useRowKeys();
  const [params] = useSearchParams();
  const rows = readFragment(JobRow_JobFragmentDoc, jobs.nodes);
  const { title, nothing, noMatch } = words;
  if (rows.length === 0) return <NoRows {...{ title, nothing, noMatch }} filters={['kind']} />;
  const { file, state, rows: done, credited, by, started } = words.columns;
  const columns = [
    { name: file },
    { name: state },
    { name: done, isNumber: true },
    { name: credited, isNumber: true },
    { name: by },
    sortedBy({ name: started }, BY_TIME, orderOf(params, BY_TIME)),
  ];
  return (
    <>
      <Card title={title} flush>
        <div {...keys}>
          <Table cards caption={title} columns={columns}>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </Table>
        </div>
        <Pager shown={rows.length} total={jobs.totalCount} pageInfo={jobs.pageInfo} sorted />
      </Card>
      <ListNote keys={words.keys} />
    </>
  );
}

function Row({ row }: { row: JobRow_JobFragment }) {
  const me = useOwnAccount()?.id;
  const { columns } = words;
  return (
    <tr>
      <Cell>
        <span>
          <Link to={jobPath(row.id)}>{row.fileName}</Link>
          <small>{words.kinds[row.kind].title}</small>
        </span>
      </Cell>
      <Cell label={columns.state}>
        <State {...statusLooks[row.status]}>{words.statuses[row.status]}</State>
      </Cell>
      <Cell label={columns.rows} isNumber>
        <span>
          {words.rowsDone(row.done, row.total)}
          {row.failed > 0 && <small>{words.rowsFailed(row.failed)}</small>}
        </span>
      </Cell>
      <Cell label={columns.credited} isNumber>
        {formatMoney(row.credited)}
      </Cell>
      <Cell label={columns.by}>{personName(row.startedBy, me)}</Cell>
      <Cell label={columns.started}>
        <span>
          {formatDateTime(row.startedAt)}
          {row.endedAt !== null && <small>{words.ended(formatDateTime(row.endedAt))}</small>}
        </span>
      </Cell>
    </tr>
  );
}
