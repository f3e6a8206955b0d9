import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { formatDate, formatDateTime } from '../../../../format/date.ts';
import { formatMoney } from '../../../../format/money.ts';
import { isZero } from '../../../../format/proportion.ts';
import { ConsolePaymentsDocument } from '../../../../graphql/graphql.ts';
import type { ConsolePaymentsQuery } from '../../../../graphql/graphql.ts';
import { Card } from '../../../../ui/card.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { VisuallyHidden } from '../../../../ui/visually-hidden.tsx';
import { Pager } from '../../../parts/pager.tsx';
import { BY_TIME, orderOf, sortedPageOf } from '../../../parts/place.ts';
import { sortedBy } from '../../../parts/sorting.tsx';
import { Answered } from '../../../ui/answered.tsx';
import { Cell, Table } from '../../../ui/table.tsx';
import { useActing } from '../acts/acting.tsx';
import { customerWords } from '../words.ts';
import { ListSkeleton } from './listed.tsx';
import styles from './tabs.module.css';

const { payments: words } = customerWords;
const { columns } = words;
const COLUMNS = [
  { name: columns.topUp },
  { name: columns.method },
  { name: columns.status },
  { name: columns.amount, isNumber: true },
  { name: columns.left, isNumber: true },
];
const ACT = { name: columns.act, isActs: true, head: <VisuallyHidden>{columns.act}</VisuallyHidden> };

/** Payments into the wallet, and what became of each. */
export function Payments({ customerId }: { customerId: string }) {
  const [params] = useSearchParams();
  const { previousData, ...query } = useQuery(ConsolePaymentsDocument, {
    variables: { customerId, ...sortedPageOf(params) },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Card flush title={words.title}>
      <Answered
        operationName="ConsolePayments"
        query={{ ...query, data: query.data ?? previousData }}
        failed={words.failed}
        skeleton={<ListSkeleton label={words.loading} />}
      >
        {({ wallet }) => wallet && <List topUps={wallet.topUps} />}
      </Answered>
    </Card>
  );
}

type TopUps = NonNullable<ConsolePaymentsQuery['wallet']>['topUps'];
type TopUp = TopUps['nodes'][number];

function List({ topUps: { nodes, totalCount, pageInfo } }: { topUps: TopUps }) {
  const [params] = useSearchParams();
  if (totalCount === 0) return <EmptyState art="nothingYet" title={words.none} text={words.noneText} />;
  const begun = sortedBy({ name: columns.when }, BY_TIME, orderOf(params, BY_TIME));
  return (
    <>
      <Table cards caption={words.title} columns={[...COLUMNS, begun, ACT]}>
        {nodes.map((topUp) => (
          <Row key={topUp.id} topUp={topUp} />
        ))}
      </Table>
      <Pager shown={nodes.length} total={totalCount} pageInfo={pageInfo} sorted />
    </>
  );
}

function Row({ topUp }: { topUp: TopUp }) {
  const { id, reference, method, status, amount, createdAt, failureReason, transaction, refunds } = topUp;
  const { open } = useActing();
  const left = transaction && !isZero(transaction.remaining) ? transaction : null;
  return (
    <tr>
      <Cell>
        <b>{reference}</b>
      </Cell>
      <Cell label={columns.method}>{words.methods[method]}</Cell>
      <Cell label={columns.status}>
        <span>
          {words.statuses[status]}
          {failureReason !== null && <small>{failureReason}</small>}
          {refunds.map((refund) => (
            <small key={refund.askedAt}>{refundText(refund)}</small>
          ))}
        </span>
      </Cell>
      <Cell isNumber label={columns.amount}>
        {formatMoney(amount)}
      </Cell>
      <Cell isNumber label={columns.left}>
        {transaction && <b>{formatMoney(transaction.remaining)}</b>}
      </Cell>
      <Cell label={columns.when}>{formatDateTime(createdAt)}</Cell>
      <Cell isActs>
        {left && (
          <button
            type="button"
            className={styles['act']}
            aria-label={words.refundOf(reference)}
            onClick={() =>
              open({
                ...{ act: 'toSource', topUpId: id, reference },
                ...{ creditId: left.id, remaining: left.remaining },
              })
            }
          >
            {words.refund}
          </button>
        )}
      </Cell>
    </tr>
  );
}

function refundText({ amount, status, askedAt, endedAt }: TopUp['refunds'][number]): string {
  return words.refunds[status](formatMoney(amount), formatDate(endedAt ?? askedAt));
}
