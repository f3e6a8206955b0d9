import type { Instant } from '../../domain/calendar.ts';
import type { MoneyEntry, MoneyEntryKind } from '../../domain/wallet/entries.ts';
import { isMoneyEntry } from '../../domain/wallet/entries.ts';
import type { CreditSource } from '../../domain/wallet/lots.ts';
import {
  creditMovement,
  tallyOf,
  type Movement,
  type RunningTotals,
} from '../../domain/wallet/running-totals.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { EntryFilter } from '../../persistence/stores/journal.store.ts';
import type { App } from '../app.ts';
import { lastEntryBefore } from './position.ts';

/** Where a transaction came from, as the API says it: the source of a credit, or REFUND. */
export type TransactionSource = CreditSource | 'REFUND';

export interface HistoryFilter {
  readonly kinds?: readonly MoneyEntryKind[];
  readonly sources?: readonly TransactionSource[];
  /** Included. */
  readonly from?: Instant;
  /** Not included. */
  readonly to?: Instant;
  readonly orderId?: string;
}

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

const KINDS: readonly MoneyEntryKind[] = ['CREDIT', 'DEBIT', 'REFUND', 'EXPIRY', 'REVERSAL'];
const SOURCES: readonly CreditSource[] = ['PURCHASE', 'REFERRAL', 'PROMOTION', 'LOYALTY', 'MANUAL'];
const MOST_COUNTED = 100_000;

/** Positions in a journal: after the first, up to and including the last. */
interface Stretch {
  readonly from: { readonly seq: number; readonly running: RunningTotals };
  readonly to: { readonly seq: number; readonly running: RunningTotals };
}

/** One page of a wallet's money movements. Costs the same at the first page and the millionth entry. */
export async function historyPage(
  app: App,
  wallet: Wallet,
  filter: HistoryFilter,
  page: HistoryPage,
): Promise<History> {
  const stretch = await stretchOf(app, wallet, filter);
  const [found, totalCount] = await Promise.all([
    read(app, wallet, filter, page, stretch),
    countIn(app, wallet, filter, stretch),
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

async function stretchOf(app: App, wallet: Wallet, { from, to }: HistoryFilter): Promise<Stretch> {
  const start = { seq: 0, running: {} };
  const [first, last] = await Promise.all([
    from === undefined ? null : lastEntryBefore(app, wallet, from),
    to === undefined ? wallet : lastEntryBefore(app, wallet, to),
  ]);
  return { from: first ?? start, to: last ?? start };
}

/** Exact from the running totals; only a search by order has to count, and an order has few entries. */
async function countIn(
  app: App,
  wallet: Wallet,
  filter: HistoryFilter,
  { from, to }: Stretch,
): Promise<number> {
  if (filter.orderId !== undefined) {
    const range = { ...matching(filter), afterSeq: from.seq, upToSeq: to.seq };
    return app.stores.journal.count(wallet.id, range, MOST_COUNTED);
  }
  // A wallet as it is shown counts expiries that are due but not booked yet; its last entry counts what the journal has.
  const [last] = to === wallet ? await app.stores.journal.atPositions(wallet.id, [wallet.seq]) : [];
  const movements = movementsOf(filter);
  const upTo = tallyOf((last ?? to).running, movements).count;
  return Math.max(0, upTo - tallyOf(from.running, movements).count);
}

interface Matching extends Pick<EntryFilter, 'sources' | 'orderId'> {
  readonly kinds: readonly MoneyEntryKind[];
}

function matching({ kinds, sources, orderId }: HistoryFilter): Matching {
  const asked = kinds && kinds.length > 0 ? kinds : KINDS;
  if (!sources || sources.length === 0) return { kinds: asked, ...(orderId !== undefined && { orderId }) };
  const withSource = asked.filter(
    (kind) => kind === 'CREDIT' || (kind === 'REFUND' && sources.includes('REFUND')),
  );
  return {
    kinds: withSource,
    sources: SOURCES.filter((source) => sources.includes(source)),
    ...(orderId !== undefined && { orderId }),
  };
}

/** The movements that a filter lets through: kinds and sources divide them without overlap. */
function movementsOf(filter: HistoryFilter): Movement[] {
  const { kinds, sources } = matching(filter);
  const credits = (sources ?? SOURCES).map(creditMovement);
  const others = { DEBIT: 'debit', REFUND: 'refund', EXPIRY: 'expiry', REVERSAL: 'reversal' } as const;
  return kinds.flatMap((kind) => (kind === 'CREDIT' ? credits : [others[kind]]));
}
