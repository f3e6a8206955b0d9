import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { formatDateTime } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import { ConsoleSearchDocument } from '../../../graphql/graphql.ts';
import type { ConsoleSearchQuery } from '../../../graphql/graphql.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { TierBadge } from '../../../wallet/tier/tier-badge.tsx';
import { Answered } from '../../ui/answered.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { Cell, Table } from '../../ui/table.tsx';
import { useRowKeys } from '../../ui/use-row-keys.ts';
import { walletPath } from './wallet-table.tsx';
import { walletsWords as words } from './words.ts';
import styles from './wallets.module.css';

const { columns } = words;
const COLUMNS = [
  { name: columns.customer },
  { name: columns.status },
  { name: columns.tier },
  { name: columns.balance, isNumber: true },
];

/** Whom and what the shop finds by a text. */
export function SearchResults({ text }: { text: string }) {
  const query = useQuery(ConsoleSearchDocument, { variables: { text }, fetchPolicy: 'cache-and-network' });
  return (
    <ConsolePage
      heading={words.results(text)}
      busy={query.loading && query.data === undefined}
      actions={
        <Link className={buttonClass('secondary')} to="/admin/wallets">
          {words.all}
        </Link>
      }
    >
      <Answered
        operationName="ConsoleSearch"
        query={query}
        failed={words.searchFailed}
        skeleton={
          <div role="status" aria-label={words.searching}>
            <Skeleton width="100%" height="12rem" />
          </div>
        }
      >
        {(data) => <Hits data={data} />}
      </Answered>
    </ConsolePage>
  );
}

function Hits({ data }: { data: ConsoleSearchQuery }) {
  const { customers, transactionByReference: entry } = data;
  if (customers.nodes.length === 0 && entry === null)
    return <EmptyState art="noMatch" title={words.noHit} text={words.noHitText} />;
  return (
    <>
      {entry !== null && <EntryHit entry={entry} />}
      {customers.nodes.length > 0 && <CustomerHits customers={customers} />}
    </>
  );
}

function EntryHit({ entry }: { entry: NonNullable<ConsoleSearchQuery['transactionByReference']> }) {
  const { customer } = entry.wallet;
  return (
    <Card title={words.entries}>
      <p className={styles['hit']}>
        <Link to={walletPath(customer.customerId)}>
          {entry.reference} · {customer.name}
        </Link>
        <b>{formatMoney(entry.signedAmount, { sign: 'always' })}</b>
        <small>
          {words.byReference} · {formatDateTime(entry.createdAt)}
        </small>
      </p>
    </Card>
  );
}

function CustomerHits({ customers }: { customers: ConsoleSearchQuery['customers'] }) {
  const rows = useRowKeys();
  return (
    <Card flush title={words.customers}>
      <div {...rows}>
        <Table cards caption={words.customers} columns={COLUMNS}>
          {customers.nodes.map(({ id, customerId, name, phone, email, wallet }) => (
            <tr key={id}>
              <Cell>
                <span className={styles['who']}>
                  <Avatar name={name} />
                  <span>
                    <Link to={walletPath(customerId)}>{name}</Link>
                    <small>{[phone, email, customerId].filter(Boolean).join(' · ')}</small>
                  </span>
                </span>
              </Cell>
              <Cell label={columns.status}>
                {wallet === null ? words.noWallet : <StatusBadge status={wallet.status} />}
              </Cell>
              <Cell label={columns.tier}>{wallet !== null && <TierBadge {...wallet.tier.tier} />}</Cell>
              <Cell isNumber label={columns.balance}>
                <b>{wallet === null ? '' : formatMoney(wallet.balance)}</b>
              </Cell>
            </tr>
          ))}
        </Table>
      </div>
      {customers.totalCount > customers.nodes.length && (
        <p className={styles['pages']}>{words.more(customers.nodes.length)}</p>
      )}
    </Card>
  );
}
