import { Link } from 'react-router';
import { formatNearDate } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import type { MoneyValue } from '../../../format/money.ts';
import type { ConsoleHomeQuery } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Cell, Table } from '../../ui/table.tsx';
import { actName, REVIEW_KINDS } from '../../ui/vocabulary.ts';
import { homeWords as words } from './words.ts';
import styles from './home.module.css';

interface Item {
  key: string;
  to: string;
  what: string;
  about: string;
  queue: string;
  amount: MoneyValue | null;
  since: string;
  /** When it is too late. */
  until: string | null;
}

const COLUMNS = [
  { name: words.columns.what },
  { name: words.columns.queue },
  { name: words.columns.amount, isNumber: true },
  { name: words.columns.due },
];

/** Of all queues, what waits longest. */
export function NextUp({ data }: { data: ConsoleHomeQuery }) {
  const now = useClock()();
  const items = [...data.approvals.nodes.map(fromApproval), ...data.paymentReviews.nodes.map(fromReview)];
  items.sort((one, other) => one.since.localeCompare(other.since));
  return (
    <Card
      flush
      title={words.next}
      action={items.length > 0 && <small className={styles['hint']}>{words.nextHint(items.length)}</small>}
    >
      {items.length === 0 ? (
        <EmptyState art="nothingYet" title={words.nextEmpty} text={words.nextEmptyText} />
      ) : (
        <Table cards caption={words.next} columns={COLUMNS}>
          {items.map((item) => (
            <tr key={item.key}>
              <Cell>
                <span>
                  <Link to={item.to}>{item.what}</Link>
                  <small>{item.about}</small>
                </span>
              </Cell>
              <Cell label={words.columns.queue}>{item.queue}</Cell>
              <Cell isNumber label={words.columns.amount}>
                <b>{item.amount === null ? '' : formatMoney(item.amount)}</b>
              </Cell>
              <Cell label={words.columns.due}>
                <span>
                  {words.since(formatNearDate(item.since, now))}
                  {item.until !== null && <small>{words.until(formatNearDate(item.until, now))}</small>}
                </span>
              </Cell>
            </tr>
          ))}
        </Table>
      )}
    </Card>
  );
}

function fromApproval(approval: ConsoleHomeQuery['approvals']['nodes'][number]): Item {
  const { id, act, status, amount, requestedBy, requestedAt, expiresAt, wallet } = approval;
  const name = wallet?.customer.name;
  const state = status === 'CHANGED' ? words.changed : words.askedBy(requestedBy.id);
  return {
    key: id,
    to: `/admin/approvals/${encodeURIComponent(id)}`,
    what: actName(act),
    about: name === undefined ? state : `${name} · ${state}`,
    queue: words.approval,
    amount,
    since: requestedAt,
    until: expiresAt,
  };
}

function fromReview(review: ConsoleHomeQuery['paymentReviews']['nodes'][number]): Item {
  const { id, kind, collected, openedAt, providerReference, wallet } = review;
  return {
    key: id,
    to: `/admin/reviews/${encodeURIComponent(id)}`,
    what: REVIEW_KINDS[kind],
    about: `${wallet?.customer.name ?? words.unknownPayer} · ${providerReference}`,
    queue: words.review,
    amount: collected,
    since: openedAt,
    until: null,
  };
}
