import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { ConsoleWalletsDocument } from '../../../graphql/graphql.ts';
import type { ConsoleWalletsQuery } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ListTools } from '../../parts/list-tools.tsx';
import { TurnRound } from '../../parts/sorting.tsx';
import { Answered } from '../../ui/answered.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { TableSkeleton } from '../../ui/table.tsx';
import { Filters, Views } from './filters.tsx';
import { everything, isSameView, variablesOf, writeSearch } from './wallet-search.ts';
import type { WalletSearch } from './wallet-search.ts';
import { HIDEABLE, WalletTable } from './wallet-table.tsx';
import { walletsWords as words } from './words.ts';
import styles from './wallets.module.css';

export interface WalletListProps {
  search: WalletSearch;
  change: (next: Partial<WalletSearch>) => void;
}

export function WalletList({ search, change }: WalletListProps) {
  const query = useQuery(ConsoleWalletsDocument, {
    variables: variablesOf(search),
    fetchPolicy: 'cache-and-network',
  });
  const shown = query.data?.wallets ?? query.previousData?.wallets;
  return (
    <ConsolePage
      heading={words.title}
      busy={query.loading && shown === undefined}
      sub={shown && <span>{words.count(shown.totalCount)}</span>}
    >
      <Views search={search} />
      <Filters key={writeSearch(search).toString()} search={search} change={change} />
      <ListTools columns={HIDEABLE}>
        <Answered
          operationName="ConsoleWallets"
          query={{ ...query, data: shown }}
          failed={words.failed}
          skeleton={<WalletsSkeleton />}
        >
          {(wallets) => <Found wallets={wallets} search={search} />}
        </Answered>
      </ListTools>
    </ConsolePage>
  );
}

function Found({ wallets, search }: { wallets: ConsoleWalletsQuery['wallets']; search: WalletSearch }) {
  if (wallets.nodes.length === 0) {
    const isAll = isSameView(search, everything);
    return (
      <EmptyState
        art={isAll ? 'nothingYet' : 'noMatch'}
        title={isAll ? words.nothing : words.noMatch}
        text={isAll ? words.nothingText : words.noMatchText}
        action={isAll ? undefined : <Link to="/admin/wallets">{words.clear}</Link>}
      />
    );
  }
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = wallets.pageInfo;
  const to = (place: Partial<WalletSearch>): string =>
    `?${writeSearch({ ...search, after: null, before: null, ...place }).toString()}`;
  return (
    <Card flush title={words.count(wallets.totalCount)}>
      <WalletTable wallets={wallets.nodes} order={search.order} />
      <nav className={styles['pages']} aria-label={words.pages}>
        <TurnRound />
        {hasPreviousPage && <Link to={to({ before: startCursor })}>{words.earlier}</Link>}
        {hasNextPage && <Link to={to({ after: endCursor })}>{words.later}</Link>}
      </nav>
    </Card>
  );
}

function WalletsSkeleton() {
  return (
    <div role="status" aria-label={words.loading} className={styles['skeleton']}>
      <table>
        <tbody>
          <TableSkeleton rows={12} columns={7} />
        </tbody>
      </table>
    </div>
  );
}
