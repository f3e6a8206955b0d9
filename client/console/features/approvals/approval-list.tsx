import { Link, useSearchParams } from 'react-router';
import { formatDateTime, formatNearDate } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import { ApprovalRow_ApprovalFragmentDoc } from '../../../graphql/graphql.ts';
import type { ApprovalInboxQuery, ApprovalRow_ApprovalFragment } from '../../../graphql/graphql.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Card } from '../../../ui/card.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { useWideScreen } from '../../../ui/use-media-query.ts';
import { NoRows } from '../../parts/list-filter.tsx';
import { ListNote } from '../../parts/list-note.tsx';
import { Pager } from '../../parts/pager.tsx';
import { personName } from '../../parts/person-name.ts';
import { BY_TIME, orderOf } from '../../parts/place.ts';
import { sortedBy } from '../../parts/sorting.tsx';
import { State } from '../../parts/state.tsx';
import { Task, TaskList } from '../../parts/task.tsx';
import { Cell, Table } from '../../ui/table.tsx';
import { useRowKeys } from '../../ui/use-row-keys.ts';
import { actName } from '../../ui/vocabulary.ts';
import { approvalPath, isWaiting, statusLooks, whoseName } from './approval-texts.ts';
import type { View } from './views.ts';
import { approvalsWords } from './words.ts';

type Row = ApprovalRow_ApprovalFragment;

const { inbox, statuses } = approvalsWords;
export const HIDEABLE = Object.values(inbox.columns).slice(1);

export interface ApprovalListProps {
  approvals: ApprovalInboxQuery['approvals'];
  view: View;
  /** Who reads it. */
  me: string;
}

export function ApprovalList({ approvals, view, me }: ApprovalListProps) {
  const wide = useWideScreen();
  const rows = readFragment(ApprovalRow_ApprovalFragmentDoc, approvals.nodes);
  const changed = view === 'waiting' ? rows.filter(({ status }) => status === 'CHANGED').length : 0;
  if (rows.length === 0) {
    const { tabs, none, noMatch } = inbox;
    return <NoRows title={tabs[view]} nothing={none[view]} noMatch={noMatch} filters={['act', 'customer']} />;
  }
  return (
    <>
      {changed > 0 && (
        <Banner tone="warn" icon="refresh">
          <p>
            <b>{inbox.changed(changed)}</b> {inbox.changedText}
          </p>
        </Banner>
      )}
      <Card title={inbox.tabs[view]} flush>
        {wide ? <Rows {...{ rows, view, me }} /> : <Tasks {...{ rows, me }} />}
        <Pager shown={rows.length} total={approvals.totalCount} pageInfo={approvals.pageInfo} sorted />
      </Card>
      <ListNote rule={inbox.rule} keys={inbox.keys} />
    </>
  );
}

function Rows({ rows, view, me }: { rows: readonly Row[]; view: View; me: string }) {
  const keys = useRowKeys();
  const [params] = useSearchParams();
  const { request, whose, amount, asked, state, ends, decided } = inbox.columns;
  const columns = [
    { name: request },
    { name: whose },
    { name: amount, isNumber: true },
    sortedBy({ name: asked }, BY_TIME, orderOf(params, BY_TIME)),
    { name: state },
    { name: view === 'waiting' ? ends : decided },
  ];
  return (
    <div {...keys}>
      <Table caption={inbox.title} columns={columns}>
        {rows.map((row) => (
          <tr key={row.id}>
            <Cell>
              <Link to={approvalPath(row.id)}>
                {row.order ? inbox.order(row.order.orderId) : actName(row.act)}
              </Link>
              <small>{row.reason}</small>
            </Cell>
            <Cell label={whose}>{whoseName(row)}</Cell>
            <Cell isNumber label={amount}>
              <b>{row.amount && formatMoney(row.amount)}</b>
            </Cell>
            <Cell label={asked}>
              {personName(row.requestedBy, me)}
              <small>{formatDateTime(row.requestedAt)}</small>
            </Cell>
            <Cell label={state}>
              <Status status={row.status} />
            </Cell>
            <Cell label={view === 'waiting' ? ends : decided}>
              <Ending row={row} me={me} />
            </Cell>
          </tr>
        ))}
      </Table>
    </div>
  );
}

/** When it ends by itself, or who ended it. */
function Ending({ row, me }: { row: Row; me: string }) {
  const now = useClock();
  if (isWaiting(row.status)) return formatNearDate(row.expiresAt, now());
  return (
    <>
      {row.decidedBy && personName(row.decidedBy, me)}
      {row.decidedAt !== null && <small>{formatDateTime(row.decidedAt)}</small>}
    </>
  );
}

function Tasks({ rows, me }: { rows: readonly Row[]; me: string }) {
  const now = useClock();
  return (
    <TaskList>
      {rows.map((row) => (
        <Task
          key={row.id}
          to={approvalPath(row.id)}
          title={row.order ? inbox.order(row.order.orderId) : actName(row.act)}
          amount={row.amount && formatMoney(row.amount)}
          lines={[
            `${whoseName(row)} · ${row.reason}`,
            inbox.askedBy(personName(row.requestedBy, me), formatDateTime(row.requestedAt)),
          ]}
        >
          <Status status={row.status} />
          {isWaiting(row.status) && inbox.ends(formatNearDate(row.expiresAt, now()))}
        </Task>
      ))}
    </TaskList>
  );
}

function Status({ status }: Pick<Row, 'status'>) {
  return <State {...statusLooks[status]}>{statuses[status]}</State>;
}
