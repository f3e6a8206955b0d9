import { tallyOf, type RunningTotals } from '../../domain/wallet/running-totals.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { App } from '../app.ts';
import { matching, movementsOf, type HistoryFilter } from './history-filter.ts';
import { placeOfReference } from './find-by-reference.ts';
import { lastEntryBefore } from './position.ts';

/** A position in a journal, and what had moved until then. */
export interface Point {
  readonly seq: number;
  readonly running: RunningTotals;
}

/** Positions in a journal: after the first, up to and including the last. */
export interface Stretch {
  readonly from: Point;
  readonly to: Point;
}

const BEGINNING: Point = { seq: 0, running: {} };

/** The part of a wallet's journal that lies in the period of a filter. Without an end it goes as far as the wallet knows. */
export async function stretchOf(
  app: App,
  wallet: Wallet,
  { from, to, seq }: HistoryFilter,
): Promise<Stretch> {
  const [first, last] = await Promise.all([
    from === undefined ? null : lastEntryBefore(app, wallet, from),
    to === undefined ? wallet : lastEntryBefore(app, wallet, to),
  ]);
  const stretch = { from: first ?? BEGINNING, to: last ?? BEGINNING };
  return seq === undefined ? stretch : onlyAt(seq, stretch);
}

function onlyAt(seq: number, { from, to }: Stretch): Stretch {
  return {
    from: { ...from, seq: Math.max(from.seq, seq - 1) },
    to: { ...to, seq: Math.min(to.seq, seq) },
  };
}

/** The filter with what a person typed told apart: where it is no reference of the wallet, it is the number of an order. */
export async function toldApart(
  app: App,
  wallet: Wallet,
  { orderOrReference: typed, ...filter }: HistoryFilter,
): Promise<HistoryFilter> {
  if (typed === undefined) return filter;
  const place = await placeOfReference(app, typed);
  return place?.walletId === wallet.id ? { ...filter, seq: place.seq } : { ...filter, orderId: typed };
}

/** How many entries of the stretch match. Exact from the running totals; a search for single entries counts at most `limit`. */
export async function countIn(
  app: App,
  wallet: Wallet,
  filter: HistoryFilter,
  { from, to }: Stretch,
  limit: number,
): Promise<number> {
  const movements = movementsOf(filter);
  if (movements === null) {
    const range = { ...matching(filter), afterSeq: from.seq, upToSeq: to.seq };
    return app.stores.journal.count(wallet.id, range, limit);
  }
  return Math.max(0, tallyOf(to.running, movements).count - tallyOf(from.running, movements).count);
}
