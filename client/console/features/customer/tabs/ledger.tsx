import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useSearchParams } from 'react-router';
import { formatNearDate, formatTime } from '../../../../format/date.ts';
import { formatMoney } from '../../../../format/money.ts';
import { isZero } from '../../../../format/proportion.ts';
import { ConsoleLedgerDocument } from '../../../../graphql/graphql.ts';
import type {
  ConsoleLedgerQuery,
  ListOrder,
  TransactionFilter,
  TransactionKind,
} from '../../../../graphql/graphql.ts';
import type { Role } from '../../../../session/auth-api.ts';
import { Button } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { useClock } from '../../../../ui/clock.tsx';
import { Disc } from '../../../../ui/disc.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { SelectField, TextField } from '../../../../ui/field.tsx';
import { shownKind, transactionLook } from '../../../../wallet/entry/transaction-look.ts';
import { TransactionAmount } from '../../../../wallet/entry/transaction-amount.tsx';
import { transactionTitle } from '../../../../wallet/entry/transaction-title.ts';
import { walletWords } from '../../../../wallet/words/words.ts';
import { useWords } from '../../../../words/use-words.ts';
import { BY_TIME, inOrder, orderOf } from '../../../parts/place.ts';
import { sortedBy, TurnRound } from '../../../parts/sorting.tsx';
import { Answered } from '../../../ui/answered.tsx';
import { Cell, Table } from '../../../ui/table.tsx';
import { useActing } from '../acts/acting.tsx';
import { customerWords } from '../words.ts';
import { ListSkeleton } from './listed.tsx';
import styles from './tabs.module.css';

type Connection = NonNullable<ConsoleLedgerQuery['wallet']>['transactions'];
export type Entry = Connection['edges'][number]['node'];

const PAGE = 20;
const KINDS: readonly TransactionKind[] = [
  ...(['CREDIT', 'DEBIT', 'REFUND', 'EXPIRY', 'REVERSAL'] as const),
  ...(['HOLD', 'RELEASE'] as const),
];
const { ledger: words, channel } = customerWords;

/** Every entry of the wallet that the address lets through, the way it says, in a list that grows downwards. */
export function Ledger({ customerId, role }: { customerId: string; role: Role }) {
  const [params, setParams] = useSearchParams();
  const kind = KINDS.find((one) => one === params.get('kind')?.toUpperCase()) ?? null;
  const orderId = (params.get('order') ?? '').trim().slice(0, 100);
  const filter: TransactionFilter = {
    ...(kind !== null && { kinds: [kind] }),
    ...(orderId !== '' && { orderId }),
  };
  const orderBy = orderOf(params, BY_TIME);
  const query = useQuery(ConsoleLedgerDocument, {
    variables: { customerId, filter, first: PAGE, orderBy },
    fetchPolicy: 'cache-and-network',
    // What is brought anew is the first page; what was loaded below it stays.
    refetchWritePolicy: 'merge',
  });
  const change = (next: { kind?: string; order?: string }): void => {
    const given = { kind: kind?.toLowerCase() ?? '', order: orderId, ...next };
    const found = Object.entries(given).filter(([, value]) => value !== '');
    setParams(inOrder(new URLSearchParams(found), orderBy));
  };
  const connection = (query.data ?? query.previousData)?.wallet?.transactions;
  return (
    <Card flush title={words.title}>
      <Filters key={orderId} kind={kind} orderId={orderId} change={change} />
      <Answered
        operationName="ConsoleLedger"
        query={{ ...query, data: connection }}
        failed={words.failed}
        skeleton={<ListSkeleton label={words.loading} />}
      >
        {(entries) => (
          <Entries
            entries={entries}
            role={role}
            loading={query.loading}
            orderBy={orderBy}
            onMore={(after) => void query.fetchMore({ variables: { after } }).catch(() => undefined)}
          />
        )}
      </Answered>
    </Card>
  );
}

interface FiltersProps {
  kind: TransactionKind | null;
  orderId: string;
  change: (next: { kind?: string; order?: string }) => void;
}

function Filters({ kind, orderId, change }: FiltersProps) {
  const { kinds } = useWords(walletWords);
  const [order, setOrder] = useState(orderId);
  const find = (event: SyntheticEvent): void => {
    event.preventDefault();
    change({ order: order.trim() });
  };
  return (
    <form className={styles['filters']} onSubmit={find}>
      <SelectField
        label={words.kind}
        value={kind ?? ''}
        onChange={({ target }) => change({ kind: target.value.toLowerCase() })}
      >
        <option value="">{words.any}</option>
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {kinds[one].word}
          </option>
        ))}
      </SelectField>
      <TextField
        label={words.order}
        value={order}
        placeholder={words.orderHint}
        onChange={({ target }) => setOrder(target.value)}
      />
      <Button small type="submit">
        {words.find}
      </Button>
    </form>
  );
}

interface EntriesProps {
  entries: Connection;
  orderBy: ListOrder;
  role: Role;
  loading: boolean;
  onMore: (after: string) => void;
}

function Entries({ entries, orderBy, role, loading, onMore }: EntriesProps) {
  const { totalCount, edges, pageInfo } = entries;
  if (edges.length === 0) return <EmptyState art="noMatch" title={words.empty} text={words.emptyText} />;
  const { endCursor } = pageInfo;
  const { entry, when, who, amount, after, act } = words.columns;
  const columns = [
    { name: entry },
    sortedBy({ name: when }, BY_TIME, orderBy),
    { name: who },
    { name: amount, isNumber: true },
    { name: after, isNumber: true },
    { name: act, isActs: true },
  ];
  return (
    <>
      <Table cards caption={words.title} columns={columns}>
        {edges.map(({ node }) => (
          <Row key={node.id} entry={node} role={role} />
        ))}
      </Table>
      <div className={styles['foot']}>
        <span>{words.entries(totalCount)}</span>
        <TurnRound />
        {pageInfo.hasNextPage && endCursor !== null && (
          <Button small busy={loading} onClick={() => onMore(endCursor)}>
            {words.more(Math.min(PAGE, Math.max(1, totalCount - edges.length)))}
          </Button>
        )}
      </div>
    </>
  );
}

function Row({ entry, role }: { entry: Entry; role: Role }) {
  const now = useClock()();
  const shared = useWords(walletWords);
  const kind = shownKind(entry.kind);
  const title = transactionTitle(entry, shared);
  return (
    <tr>
      <Cell>
        <span className={styles['entry']}>
          <Disc {...transactionLook[kind]} small />
          <span>
            <b>{title}</b>
            <small>
              {shared.kinds[kind].word} · <span className={styles['whole']}>{entry.reference}</span>
            </small>
          </span>
        </span>
      </Cell>
      <Cell label={words.columns.when}>
        <span className={styles['whole']}>
          {formatNearDate(entry.createdAt, now)}
          <small>{formatTime(entry.createdAt)}</small>
        </span>
      </Cell>
      <Cell label={words.columns.who}>
        <span>
          {entry.actor.id}
          <small>{channel[entry.actor.channel]}</small>
        </span>
      </Cell>
      <Cell isNumber label={words.columns.amount}>
        <TransactionAmount kind={kind} amount={entry.signedAmount} moved={entry.amount} />
      </Cell>
      <Cell isNumber label={words.columns.after}>
        {formatMoney(entry.balanceAfter)}
      </Cell>
      <Cell isActs>
        <RowAct entry={entry} title={title} role={role} />
      </Cell>
    </tr>
  );
}

/** What can be done about this very entry. */
function RowAct({ entry, title, role }: { entry: Entry; title: string; role: Role }) {
  const { open } = useActing();
  if ('refundable' in entry && !isZero(entry.refundable)) {
    return (
      <button
        type="button"
        className={styles['act']}
        aria-label={words.refundOf(title)}
        onClick={() =>
          open({ act: 'refund', debitId: entry.id, orderId: entry.orderId, refundable: entry.refundable })
        }
      >
        {words.refund}
      </button>
    );
  }
  if ('remaining' in entry && !isZero(entry.remaining) && role === 'ADMIN') {
    return (
      <button
        type="button"
        className={styles['act']}
        aria-label={words.reverseOf(title)}
        onClick={() => open({ act: 'reverse', creditId: entry.id, title, remaining: entry.remaining })}
      >
        {words.reverse}
      </button>
    );
  }
  return null;
}
