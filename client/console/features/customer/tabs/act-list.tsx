import { Link } from 'react-router';
import { formatDateTime } from '../../../../format/date.ts';
import type { Role } from '../../../../session/auth-api.ts';
import { Card } from '../../../../ui/card.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { Cell, Table } from '../../../ui/table.tsx';
import type { Customer } from '../customer-types.ts';
import { customerWords } from '../words.ts';
import styles from './tabs.module.css';

type Act = NonNullable<Customer['acts']>['nodes'][number];

const { acts: words, channel } = customerWords;
const { columns } = words;
const COLUMNS = [
  { name: columns.act },
  { name: columns.change },
  { name: columns.who },
  { name: columns.when },
];

/** Who did or looked at what here, newest first. */
export function ActList({ customer, role }: { customer: Customer; role: Role }) {
  const acts = customer.acts?.nodes ?? [];
  return (
    <Card flush title={words.title}>
      {acts.length === 0 ? (
        <EmptyState art="nothingYet" title={words.none} text={words.noneText} />
      ) : (
        <Table cards caption={words.title} columns={COLUMNS}>
          {acts.map((act) => (
            <tr key={act.id}>
              <Cell>
                <span>
                  <b>{act.summary}</b>
                  {act.reason !== null && <small>{act.reason}</small>}
                </span>
              </Cell>
              <Cell label={columns.change}>
                <Change act={act} />
              </Cell>
              <Cell label={columns.who}>
                <span>
                  {act.actor.id}
                  <small>{channel[act.actor.channel]}</small>
                </span>
              </Cell>
              <Cell label={columns.when}>{formatDateTime(act.at)}</Cell>
            </tr>
          ))}
        </Table>
      )}
      <div className={styles['foot']}>
        <span>{words.hint}</span>
        {role === 'ADMIN' && (
          <Link to={`/admin/audit?subject=${encodeURIComponent(customer.id)}`}>{words.all}</Link>
        )}
      </div>
    </Card>
  );
}

/** What was, struck through, before what is. */
function Change({ act }: { act: Act }) {
  if (act.before.length + act.after.length === 0) return words.nothing;
  const before = new Map(act.before.map(({ key, value }) => [key, value]));
  return (
    <span className={styles['change']}>
      {act.after.map(({ key, value }) => (
        <span key={key}>
          {key}: {before.has(key) && <s>{before.get(key)}</s>} {value}
        </span>
      ))}
    </span>
  );
}
