import { Link, useSearchParams } from 'react-router';
import { formatDateTime } from '../../../format/date.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import { ReviewRow_ReviewFragmentDoc } from '../../../graphql/graphql.ts';
import type { ReviewInboxQuery, ReviewRow_ReviewFragment } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { useWideScreen } from '../../../ui/use-media-query.ts';
import { ageOf } from '../../parts/age.ts';
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
import { REVIEW_KINDS } from '../../ui/vocabulary.ts';
import { DisputeRows } from './dispute-rows.tsx';
import { amountText, reviewPath, statusLooks } from './review-texts.ts';
import type { ReviewView } from './views.ts';
import { reviewsWords as words } from './words.ts';

type Row = ReviewRow_ReviewFragment;

const { inbox } = words;
export const HIDEABLE = Object.values(inbox.columns).slice(1);
const LONGEST_FIRST = ['OLDEST_FIRST', 'NEWEST_FIRST'] as const;

export interface ReviewListProps {
  paymentReviews: ReviewInboxQuery['paymentReviews'];
  view: ReviewView;
  /** Who reads it. */
  me: string;
}

export function ReviewList({ paymentReviews, view, me }: ReviewListProps) {
  const wide = useWideScreen();
  const rows = readFragment(ReviewRow_ReviewFragmentDoc, paymentReviews.nodes);
  if (rows.length === 0) {
    const { tabs, none, noMatch } = inbox;
    return (
      <NoRows
        title={tabs[view]}
        nothing={none[view]}
        noMatch={noMatch}
        filters={['kind', 'outcome', 'mine']}
      />
    );
  }
  return (
    <>
      <Card title={inbox.tabs[view]} flush>
        <Shown {...{ rows, view, me }} wide={wide} />
        <Pager
          shown={rows.length}
          total={paymentReviews.totalCount}
          pageInfo={paymentReviews.pageInfo}
          sorted
        />
      </Card>
      <ListNote rule={view === 'disputes' ? inbox.disputeRule : inbox.rule} keys={inbox.keys} />
    </>
  );
}

interface RowsProps {
  rows: readonly Row[];
  view: ReviewView;
  me: string;
}

function Shown({ wide, ...props }: RowsProps & { wide: boolean }) {
  if (props.view === 'disputes') return <DisputeRows rows={props.rows} />;
  return wide ? <Rows {...props} /> : <Tasks {...props} />;
}

function Rows({ rows, view, me }: RowsProps) {
  const keys = useRowKeys();
  const [params] = useSearchParams();
  const { review, customer, known, amount, waits, owner, opened, ended } = inbox.columns;
  const order = orderOf(params, BY_TIME);
  const columns = [
    { name: review },
    { name: customer },
    { name: known },
    { name: amount, isNumber: true },
    // What came first waits longest.
    ...(view === 'open'
      ? [sortedBy({ name: waits }, LONGEST_FIRST, order), { name: owner }]
      : [sortedBy({ name: opened }, BY_TIME, order), { name: ended }]),
  ];
  return (
    <div {...keys}>
      <Table caption={inbox.title} columns={columns}>
        {rows.map((row) => (
          <tr key={row.id}>
            <Cell>
              <Link to={reviewPath(row.id)}>{REVIEW_KINDS[row.kind]}</Link>
              <small>{row.providerReference}</small>
            </Cell>
            <Cell label={customer}>{row.wallet?.customer.name ?? inbox.payerUnknown}</Cell>
            <Cell label={known}>
              <span lang="en">{row.problem}</span>
            </Cell>
            <Cell isNumber label={amount}>
              <b>{amountText(row)}</b>
            </Cell>
            {view === 'open' ? <Waiting row={row} me={me} /> : <Done row={row} me={me} />}
          </tr>
        ))}
      </Table>
    </div>
  );
}

function Waiting({ row, me }: { row: Row; me: string }) {
  const now = useClock();
  return (
    <>
      <Cell label={inbox.columns.waits}>{ageOf(row.openedAt, now())}</Cell>
      <Cell label={inbox.columns.owner}>
        {row.assignee === null ? inbox.nobody : personName(row.assignee, me)}
      </Cell>
    </>
  );
}

function Done({ row, me }: { row: Row; me: string }) {
  return (
    <>
      <Cell label={inbox.columns.opened}>{formatDateTime(row.openedAt)}</Cell>
      <Cell label={inbox.columns.ended}>
        <Status row={row} />
        <small>
          {row.endedBy && `${personName(row.endedBy, me)}, `}
          {row.endedAt !== null && formatDateTime(row.endedAt)}
        </small>
      </Cell>
    </>
  );
}

function Tasks({ rows, view, me }: RowsProps) {
  const now = useClock();
  return (
    <TaskList>
      {rows.map((row) => (
        <Task
          key={row.id}
          to={reviewPath(row.id)}
          title={REVIEW_KINDS[row.kind]}
          amount={amountText(row)}
          lines={[row.wallet?.customer.name ?? inbox.payerUnknown, row.problem]}
        >
          {view === 'done' && <Status row={row} />}
          {view === 'open' && inbox.waits(ageOf(row.openedAt, now()))}
          {view === 'open' && row.assignee !== null && (
            <span>{inbox.taken(personName(row.assignee, me))}</span>
          )}
        </Task>
      ))}
    </TaskList>
  );
}

function Status({ row: { status } }: { row: Row }) {
  return <State {...statusLooks[status]}>{words.statuses[status]}</State>;
}
