import type { TopUp } from '../../domain/top-up.ts';
import type { TopUpPosition } from '../../persistence/stores/top-up.store.ts';
import type { App } from '../app.ts';

export interface TopUpPage {
  /** Newest first. */
  readonly topUps: readonly TopUp[];
  readonly hasNextPage: boolean;
  readonly totalCount: number;
}

const MOST_COUNTED = 100_000;

/** The top-up with this id; null when there is none. */
export async function findTopUp(app: App, id: string): Promise<TopUp | null> {
  return (await app.stores.topUps.load([id])).get(id) ?? null;
}

/** A page of a wallet's top-ups, newest first. */
export async function topUpPage(
  app: App,
  walletId: string,
  first: number,
  after?: TopUpPosition,
): Promise<TopUpPage> {
  const [found, totalCount] = await Promise.all([
    app.stores.topUps.ofWallet(walletId, first + 1, after),
    app.stores.topUps.countOf(walletId, MOST_COUNTED),
  ]);
  return { topUps: found.slice(0, first), hasNextPage: found.length > first, totalCount };
}
