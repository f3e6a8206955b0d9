import { Link, useSearchParams } from 'react-router';
import { formatDate, formatTime } from '../../../format/date.ts';
import type { AuditRow_ActFragment } from '../../../graphql/graphql.ts';
import { Then } from '../../parts/change-effect.tsx';
import { personName } from '../../parts/person-name.ts';
import { BY_TIME, orderOf } from '../../parts/place.ts';
import { sortedBy } from '../../parts/sorting.tsx';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { Cell, Table } from '../../ui/table.tsx';
import { useRowKeys } from '../../ui/use-row-keys.ts';
import { changesOf } from './changes-of.ts';
import { auditWords as words } from './words.ts';
import styles from './audit.module.css';

type Row = AuditRow_ActFragment;

const { when, who, change, reason } = words.columns;
export const HIDEABLE = [when, who, change, reason];

/** So many changed fields are named in a row; the rest is where the row leads. */
const NAMED = 2;

export function AuditTable({ rows }: { rows: readonly Row[] }) {
  const me = useOwnAccount()?.id;
  const keys = useRowKeys();
  const [params] = useSearchParams();
  const to = (id: string) => {
    const next = new URLSearchParams(params);
    next.set('entry', id);
    return { search: next.toString() };
  };
  return (
    <div {...keys}>
      <Table
        cards
        caption={words.title}
        columns={[
          { name: words.columns.what },
          sortedBy({ name: when }, BY_TIME, orderOf(params, BY_TIME)),
          ...[who, change, reason].map((name) => ({ name })),
        ]}
      >
        {rows.map((row) => (
          <tr key={row.id}>
            <Cell>
              <span>
                <Link to={to(row.id)}>{row.summary}</Link>
                <small>{row.act}</small>
              </span>
            </Cell>
            <Cell label={when}>
              <span>
                {formatDate(row.at)}
                <small>{formatTime(row.at)}</small>
              </span>
            </Cell>
            <Cell label={who}>
              <span>
                {personName(row.actor, me)}
                <small>{row.actor.role.toLowerCase()}</small>
              </span>
            </Cell>
            <Cell label={change}>
              <Changes row={row} />
            </Cell>
            <Cell label={reason}>{row.reason ?? <span className={styles['quiet']}>{words.none}</span>}</Cell>
          </tr>
        ))}
      </Table>
    </div>
  );
}

function Changes({ row }: { row: Row }) {
  const changes = changesOf(row);
  if (changes.length === 0) return <span className={styles['quiet']}>{words.noChange}</span>;
  return (
    <div>
      {changes.slice(0, NAMED).map(({ field, before, after }) => (
        <span key={field} className={styles['change']}>
          <small>{field}</small>
          {before === '' ? <b>{after}</b> : <Then before={before} after={after || words.empty} />}
        </span>
      ))}
    </div>
  );
}
