import { useQuery } from '@apollo/client/react';
import { Link, Navigate } from 'react-router';
import { formatMoney } from '../../../format/money.ts';
import { ConsoleSearchDocument } from '../../../graphql/graphql.ts';
import type { ConsoleSearchQuery, SearchMatch } from '../../../graphql/graphql.ts';
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

type Hit = ConsoleSearchQuery['search']['hits'][number];

const { columns } = words;
const COLUMNS = [
  { name: columns.customer },
  { name: columns.why },
  { name: columns.status },
  { name: columns.tier },
  { name: columns.balance, isNumber: true },
];

/** What names one person and nobody else: found whole, it leads straight to them. */
const NAMES_ONE: readonly SearchMatch[] = ['CUSTOMER_ID', 'PHONE', 'EMAIL'];

/** Whom and what the shop finds by a text, what is exactly that first, each with why it was found. */
export function SearchResults({ text }: { text: string }) {
  const query = useQuery(ConsoleSearchDocument, { variables: { text }, fetchPolicy: 'cache-and-network' });
  const only = query.loading ? null : theOne(query.data?.search.hits ?? []);
  if (only !== null) return <Navigate replace to={walletPath(only)} />;
  return (
    <ConsolePage
      heading={words.results(text)}
      sub={null}
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
        {({ search }) => <Hits search={search} text={text} />}
      </Answered>
    </ConsolePage>
  );
}

/** The customer whom the text names, where it names nobody and nothing else. */
function theOne(hits: readonly Hit[]): string | null {
  const [hit] = hits;
  const isOne = hits.length === 1 && hit?.isExact === true && NAMES_ONE.includes(hit.match);
  return isOne ? (hit.customer?.customerId ?? null) : null;
}

function Hits({ search, text }: { search: ConsoleSearchQuery['search']; text: string }) {
  const rows = useRowKeys();
  const { hits, hasMore } = search;
  if (hits.length === 0) return <EmptyState art="noMatch" title={words.noHit} text={words.noHitText} />;
  return (
    <Card flush title={words.found}>
      <div {...rows}>
        <Table cards caption={words.found} columns={COLUMNS}>
          {hits.map((hit, index) => (
            <HitRow key={index} hit={hit} text={text} />
          ))}
        </Table>
      </div>
      {hasMore && <p className={styles['pages']}>{words.more}</p>}
    </Card>
  );
}

function HitRow({ hit, text }: { hit: Hit; text: string }) {
  const { customer, why } = hit;
  const wallet = customer?.wallet ?? null;
  return (
    <tr>
      <Cell>
        {customer === null ? (
          <Link to="/admin/reviews">{words.unknownPayer}</Link>
        ) : (
          <span className={styles['who']}>
            <Avatar name={customer.name} />
            <span>
              <Link to={`${walletPath(customer.customerId)}${placeOf(hit.match, text)}`}>
                {customer.name}
              </Link>
              <small>{[customer.phone, customer.customerId].filter(Boolean).join(' · ')}</small>
            </span>
          </span>
        )}
      </Cell>
      <Cell label={columns.why}>{why}</Cell>
      <Cell label={columns.status}>
        {wallet === null ? words.noWallet : <StatusBadge status={wallet.status} />}
      </Cell>
      <Cell label={columns.tier}>{wallet !== null && <TierBadge {...wallet.tier.tier} />}</Cell>
      <Cell isNumber label={columns.balance}>
        <b>{wallet === null ? '' : formatMoney(wallet.balance)}</b>
      </Cell>
    </tr>
  );
}

/** Where on the page of the customer it stands. */
function placeOf(match: SearchMatch, text: string): string {
  if (match === 'ORDER') return `?${new URLSearchParams({ order: text }).toString()}`;
  return match === 'TOP_UP_REFERENCE' || match === 'PROVIDER_REFERENCE' ? '?tab=payments' : '';
}
