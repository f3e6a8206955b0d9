import type { Paise } from '../../domain/money.ts';
import { isMoneyEntry, type MoneyEntry } from '../../domain/wallet/entries.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { App } from '../app.ts';
import { findWallets } from './find-wallets.ts';
import { isWholePeriod, matching, type HistoryFilter } from './history-filter.ts';
import { countIn, stretchOf, toldApart, type Stretch } from './history-stretch.ts';

/** Everything that matches a filter, in the order in which it happened. */
export interface HistoryExport {
  readonly wallet: Wallet;
  readonly filter: HistoryFilter;
  readonly count: number;
  /** Before and after the period; null where the filter leaves entries out, so that nothing would add up. */
  readonly balances: { readonly opening: Paise; readonly closing: Paise } | null;
  /** A page at a time, read when it is asked for: whoever stops asking stops the reading. */
  readonly pages: AsyncIterable<readonly MoneyEntry[]>;
}

const READ_AT_ONCE = 500;

/**
 * A customer's money movements from the oldest to the newest, however many; null when there is no wallet. The end is fixed
 * before the first is read and entries never change, so the export is of one moment although it takes its time. Counts no
 * further than one more than `maxCount`, and reads nothing beforehand, so that a caller can turn down what is too long.
 */
export async function exportHistory(
  app: App,
  customerId: string,
  asked: HistoryFilter,
  maxCount: number,
): Promise<HistoryExport | null> {
  const wallet = (await findWallets(app, [customerId])).get(customerId);
  if (!wallet) return null;
  const filter = await toldApart(app, wallet, asked);
  const stretch = await stretchOf(app, wallet, filter);
  const [count, balances] = await Promise.all([
    countIn(app, wallet, filter, stretch, maxCount + 1),
    isWholePeriod(filter) ? balancesAround(app, wallet, stretch) : null,
  ]);
  return { wallet, filter, count, balances, pages: read(app, wallet, filter, stretch) };
}

/** By position: no cursor stays open in the database while a slow reader takes what was read. */
async function* read(
  app: App,
  wallet: Wallet,
  filter: HistoryFilter,
  { from, to }: Stretch,
): AsyncGenerator<MoneyEntry[]> {
  const range = { ...matching(filter), upToSeq: to.seq };
  for (let afterSeq = from.seq; ;) {
    const page = await app.stores.journal.range(
      wallet.id,
      { ...range, afterSeq },
      'OLDEST_FIRST',
      READ_AT_ONCE,
    );
    yield page.filter(isMoneyEntry);
    const last = page.at(-1);
    if (!last || page.length < READ_AT_ONCE) return;
    afterSeq = last.seq;
  }
}

async function balancesAround(app: App, { id }: Wallet, { from, to }: Stretch) {
  const entries = await app.stores.journal.atPositions(id, [from.seq, to.seq]);
  const balanceAt = (seq: number) => entries.find((entry) => entry.seq === seq)?.balanceAfter ?? 0n;
  return { opening: balanceAt(from.seq), closing: balanceAt(to.seq) };
}
