import { addDays, endOfDay } from '../../domain/calendar.ts';
import { customerSearch, type CustomerSearch } from '../../domain/customer-search.ts';
import { walletFilter, type WalletQuery } from '../../persistence/wallet-filter.ts';
import type { WalletFilter } from '../../persistence/stores/directory.store.ts';
import type { App } from '../app.ts';
import { bookDue } from './book-due.ts';
import { listPage, type Listed, type ListPage } from './list-page.ts';
import { MOST_COUNTED } from './most-counted.ts';

/** Which wallets to list. All that is given must hold. */
export interface WalletsQuery extends Omit<WalletQuery, 'expiringUntil'> {
  /** The beginning of what is known of a customer. */
  readonly search?: string;
  /** Counted in midnights of the shop: 0 means today. */
  readonly expiringWithinDays?: number;
}

/** A page of the wallets that match; in the order of their customers when these were searched for. */
export async function findWalletsPage(app: App, query: WalletsQuery, page: ListPage): Promise<Listed> {
  const { directory } = app.stores;
  const { search, filter } = await prepared(app, query);
  return listPage(
    (stretch) => (search ? directory.walletsOf(search, filter, stretch) : directory.wallets(filter, stretch)),
    page,
  );
}

/** How many there are in all; counts no further than `MOST_COUNTED`. Those of a tier stand in the sums that are kept. */
export async function countWallets(app: App, query: WalletsQuery): Promise<number> {
  const { directory, census } = app.stores;
  const { tiers, ...others } = query;
  if (tiers && Object.values(others).every((asked) => asked === undefined)) {
    await bookDue(app);
    return Math.min(MOST_COUNTED, await census.holding(tiers, app.policy, app.now()));
  }
  const { search, filter } = await prepared(app, query);
  return search
    ? directory.countWalletsOf(search, filter, MOST_COUNTED)
    : directory.countWallets(filter, MOST_COUNTED);
}

async function prepared(
  app: App,
  { search, expiringWithinDays, ...query }: WalletsQuery,
): Promise<{ readonly search: CustomerSearch | null; readonly filter: WalletFilter }> {
  await bookDue(app);
  const now = app.now();
  const expiring = expiringWithinDays !== undefined && {
    expiringUntil: addDays(endOfDay(now), expiringWithinDays),
  };
  return {
    search: search === undefined ? null : customerSearch(search),
    filter: walletFilter({ ...query, ...expiring }, app.policy, now),
  };
}
