import { useSearchParams } from 'react-router';
import { readSearch, writeSearch } from './wallet-search.ts';
import type { WalletSearch } from './wallet-search.ts';
import { SearchResults } from './search-results.tsx';
import { WalletList } from './wallet-list.tsx';

/** All wallets by what they are like; or, where something was typed into the search, whatever is found by it. */
export function WalletsPage() {
  const [params, setParams] = useSearchParams();
  const search = readSearch(params);
  const change = (next: Partial<WalletSearch>): void =>
    setParams(writeSearch({ ...search, after: null, before: null, ...next }));
  if (search.text !== '') return <SearchResults text={search.text} />;
  return <WalletList search={search} change={change} />;
}
