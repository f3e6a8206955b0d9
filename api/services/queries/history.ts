import type { MoneyEntry } from '../../domain/wallet/entries.ts';
import { isMoneyEntry } from '../../domain/wallet/entries.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { EntryFilter } from '../../persistence/stores/journal.store.ts';
import type { App } from '../app.ts';
import { matching, type HistoryFilter } from './history-filter.ts';
import { countIn, stretchOf, toldApart, type Stretch } from './history-stretch.ts';

/** A stretch of a history that runs from the newest entry to the oldest; cursors are positions in the journal. */
export type HistoryPage =
  | { readonly first: number; readonly after?: number | undefined }
  | { readonly last: number; readonly before?: number | undefined };

export interface History {
  /** Newest first. */
  readonly entries: readonly MoneyEntry[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly totalCount: number;
}

const MOST_COUNTED = 100_000;

/** One page of a wallet's money movements. Costs the same at the first page and the millionth entry. */
export async function historyPage(
  app: App,
  wallet: Wallet,
  asked: HistoryFilter,
  page: HistoryPage,
): Promise<History> {
  const filter = asked.orderOrReference === undefined ? asked : await toldApart(app, wallet, asked);
  const stretch = await stretchOf(app, wallet, filter);
  const [found, totalCount] = await Promise.all([
    read(app, wallet, filter, page, stretch),
    countIn(app, wallet, filter, stretch, MOST_COUNTED),
  ]);
  return { ...found, totalCount };
}

async function read(app: App, wallet: Wallet, filter: HistoryFilter, page: HistoryPage, stretch: Stretch) {
  const isForward = 'first' in page;
  const limit = isForward ? page.first : page.last;
  const after = isForward && page.after !== undefined ? page.after - 1 : stretch.to.seq;
  const before = !isForward && page.before !== undefined ? page.before : stretch.from.seq;
  const range: EntryFilter = {
    ...matching(filter),
    afterSeq: Math.max(stretch.from.seq, before),
    upToSeq: Math.min(stretch.to.seq, after),
  };
  const found = await app.stores.journal.range(
    wallet.id,
    range,
    isForward ? 'NEWEST_FIRST' : 'OLDEST_FIRST',
    limit + 1,
  );
  const entries = found.slice(0, limit).filter(isMoneyEntry);
  const hasMore = found.length > limit;
  if (isForward) return { entries, hasNextPage: hasMore, hasPreviousPage: page.after !== undefined };
  return { entries: entries.reverse(), hasNextPage: page.before !== undefined, hasPreviousPage: hasMore };
}
