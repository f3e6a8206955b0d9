import { useQuery } from '@apollo/client/react';
import { formatDateTime } from '../../../../format/date.ts';
import { formatMoney } from '../../../../format/money.ts';
import { ConsolePaymentsDocument } from '../../../../graphql/graphql.ts';
import type { ConsolePaymentsQuery } from '../../../../graphql/graphql.ts';
import { Card } from '../../../../ui/card.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { Answered } from '../../../ui/answered.tsx';
import { Cell, Table } from '../../../ui/table.tsx';
import { customerWords } from '../words.ts';
import { ListSkeleton } from './listed.tsx';

const { payments: words } = customerWords;
const { columns } = words;
/** Somebody with more has paid for years; the newest come first. */
const MOST = 50;
const COLUMNS = [
  { name: columns.topUp },
  { name: columns.method },
  { name: columns.status },
  { name: columns.amount, isNumber: true },
  { name: columns.when },
];

/** Payments into the wallet, and what became of each. */
export function Payments({ customerId }: { customerId: string }) {
  const query = useQuery(ConsolePaymentsDocument, {
    variables: { customerId, first: MOST },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Card flush title={words.title}>
      <Answered
        operationName="ConsolePayments"
        query={query}
        failed={words.failed}
        skeleton={<ListSkeleton label={words.loading} />}
      >
        {({ wallet }) => wallet && <List topUps={wallet.topUps.nodes} />}
      </Answered>
    </Card>
  );
}

type TopUps = NonNullable<ConsolePaymentsQuery['wallet']>['topUps']['nodes'];

function List({ topUps }: { topUps: TopUps }) {
  if (topUps.length === 0) return <EmptyState art="nothingYet" title={words.none} text={words.noneText} />;
  return (
    <Table cards caption={words.title} columns={COLUMNS}>
      {topUps.map(({ id, reference, method, status, amount, createdAt, failureReason }) => (
        <tr key={id}>
          <Cell>
            <b>{reference}</b>
          </Cell>
          <Cell label={columns.method}>{words.methods[method]}</Cell>
          <Cell label={columns.status}>
            <span>
              {words.statuses[status]}
              {failureReason !== null && <small>{failureReason}</small>}
            </span>
          </Cell>
          <Cell isNumber label={columns.amount}>
            {formatMoney(amount)}
          </Cell>
          <Cell label={columns.when}>{formatDateTime(createdAt)}</Cell>
        </tr>
      ))}
    </Table>
  );
}
