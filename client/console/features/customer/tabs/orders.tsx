import { useQuery } from '@apollo/client/react';
import { formatDate, formatDateTime } from '../../../../format/date.ts';
import { formatMoney } from '../../../../format/money.ts';
import { isZero } from '../../../../format/proportion.ts';
import { ConsoleOrdersDocument } from '../../../../graphql/graphql.ts';
import type { ConsoleOrdersQuery } from '../../../../graphql/graphql.ts';
import { Card } from '../../../../ui/card.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { VisuallyHidden } from '../../../../ui/visually-hidden.tsx';
import { Answered } from '../../../ui/answered.tsx';
import { Cell, Table } from '../../../ui/table.tsx';
import { useActing } from '../acts/acting.tsx';
import { customerWords } from '../words.ts';
import { ListSkeleton } from './listed.tsx';
import styles from './tabs.module.css';

const { orders: words } = customerWords;
const { columns } = words;
const COLUMNS = [
  { name: columns.order },
  { name: columns.paidBy },
  { name: columns.status },
  { name: columns.total, isNumber: true },
  { name: columns.left, isNumber: true },
  { name: columns.when },
  { name: columns.act, isActs: true, head: <VisuallyHidden>{columns.act}</VisuallyHidden> },
];

/** The latest orders that the customer paid by a checkout or began to, and what was given back of each. */
export function Orders({ customerId }: { customerId: string }) {
  const query = useQuery(ConsoleOrdersDocument, {
    variables: { customerId },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Card flush title={words.title}>
      <Answered
        operationName="ConsoleOrders"
        query={query}
        failed={words.failed}
        skeleton={<ListSkeleton label={words.loading} />}
      >
        {({ wallet }) => wallet && <List orders={wallet.checkouts} />}
      </Answered>
    </Card>
  );
}

type Order = NonNullable<ConsoleOrdersQuery['wallet']>['checkouts'][number];

function List({ orders }: { orders: readonly Order[] }) {
  if (orders.length === 0) return <EmptyState art="nothingYet" title={words.none} text={words.noneText} />;
  return (
    <Table cards caption={words.title} columns={COLUMNS}>
      {orders.map((order) => (
        <Row key={order.id} order={order} />
      ))}
    </Table>
  );
}

function Row({ order }: { order: Order }) {
  const { id: checkoutId, orderId, status, total, refunded, claimed, refundable, refunds, createdAt } = order;
  const { open } = useActing();
  return (
    <tr>
      <Cell>
        <b>{orderId}</b>
      </Cell>
      <Cell label={columns.paidBy}>{paidBy(order).join(', ')}</Cell>
      <Cell label={columns.status}>
        <span>
          {words.statuses[status]}
          {refunds.map((refund) => (
            <small key={refund.refundedAt}>{refundText(refund)}</small>
          ))}
          {!isZero(claimed) && <small>{words.claimed(formatMoney(claimed))}</small>}
        </span>
      </Cell>
      <Cell isNumber label={columns.total}>
        {formatMoney(total)}
      </Cell>
      <Cell isNumber label={columns.left}>
        {status === 'PAID' && <b>{formatMoney(refundable)}</b>}
      </Cell>
      <Cell label={columns.when}>{formatDateTime(createdAt)}</Cell>
      <Cell isActs>
        {!isZero(refundable) && (
          <button
            type="button"
            className={styles['act']}
            aria-label={words.refundOf(orderId)}
            onClick={() => open({ act: 'order', checkoutId, orderId, refunded, refundable })}
          >
            {words.refund}
          </button>
        )}
      </Cell>
    </tr>
  );
}

function paidBy({ toPay, payment, fromGiftCards, fromWallet }: Order): string[] {
  const { means } = words;
  const rest = isZero(toPay) ? [] : [means.payment(formatMoney(toPay), payment?.method ?? null)];
  const cards = fromGiftCards.map(({ amount, maskedCode }) => means.card(formatMoney(amount), maskedCode));
  return [...rest, ...cards, ...(isZero(fromWallet) ? [] : [means.credits(formatMoney(fromWallet))])];
}

function refundText({ amount, split, sourceStatus, refundedAt }: Order['refunds'][number]): string {
  const text = words.refunded(formatMoney(amount), formatDate(refundedAt));
  if (sourceStatus === null || sourceStatus === 'DONE') return text;
  return `${text}, ${words.source[sourceStatus](formatMoney(split.toSource))}`;
}
