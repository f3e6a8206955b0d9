import { useQuery } from '@apollo/client/react';
import { Link, useSearchParams } from 'react-router';
import { formatDateTime } from '../../../../format/date.ts';
import { ConsoleActsOfCustomerDocument } from '../../../../graphql/graphql.ts';
import type { ConsoleActsOfCustomerQuery, ListOrder } from '../../../../graphql/graphql.ts';
import type { Role } from '../../../../session/auth-api.ts';
import { Card } from '../../../../ui/card.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { Pager } from '../../../parts/pager.tsx';
import { BY_TIME, orderOf, PAGE } from '../../../parts/place.ts';
import { sortedBy } from '../../../parts/sorting.tsx';
import { Answered } from '../../../ui/answered.tsx';
import { Cell, Table } from '../../../ui/table.tsx';
import type { Customer } from '../customer-types.ts';
import { customerWords } from '../words.ts';
import { ListSkeleton } from './listed.tsx';
import styles from './tabs.module.css';

type Acts = NonNullable<NonNullable<ConsoleActsOfCustomerQuery['customer']>['acts']>;
type Act = Acts['nodes'][number];

const { acts: words, channel } = customerWords;
const { columns } = words;

/** Who did or looked at what here. */
export function ActList({ customer, role }: { customer: Customer; role: Role }) {
  const [params] = useSearchParams();
  const orderBy = orderOf(params, BY_TIME);
  const { previousData, ...query } = useQuery(ConsoleActsOfCustomerDocument, {
    variables: { customerId: customer.customerId, first: PAGE, after: params.get('after'), orderBy },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Card flush title={words.title}>
      <Answered
        operationName="ConsoleActsOfCustomer"
        query={{ ...query, data: query.data ?? previousData }}
        failed={words.failed}
        skeleton={<ListSkeleton label={words.loading} />}
      >
        {(data) => data.customer?.acts && <List acts={data.customer.acts} orderBy={orderBy} />}
      </Answered>
      <div className={styles['foot']}>
        <span>{words.hint}</span>
        {role === 'ADMIN' && (
          <Link to={`/admin/audit?subject=${encodeURIComponent(customer.id)}`}>{words.all}</Link>
        )}
      </div>
    </Card>
  );
}

function List({ acts: { nodes, totalCount, pageInfo }, orderBy }: { acts: Acts; orderBy: ListOrder }) {
  if (totalCount === 0) return <EmptyState art="nothingYet" title={words.none} text={words.noneText} />;
  const { act: done, change, who, when } = columns;
  const shown = [{ name: done }, { name: change }, { name: who }, sortedBy({ name: when }, BY_TIME, orderBy)];
  return (
    <>
      <Table cards caption={words.title} columns={shown}>
        {nodes.map((act) => (
          <Row key={act.id} act={act} />
        ))}
      </Table>
      {/* Going back is the browser's: the log only leads further. */}
      <Pager
        shown={nodes.length}
        total={totalCount}
        pageInfo={{ ...pageInfo, hasPreviousPage: false }}
        sorted
      />
    </>
  );
}

function Row({ act }: { act: Act }) {
  return (
    <tr>
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
