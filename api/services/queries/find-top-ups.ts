import type { TopUp } from '../../domain/top-up.ts';
import type { App } from '../app.ts';
import { listPage, type Listed, type ListPage } from './list-page.ts';

/** A page of a wallet's top-ups with what stands at its places, and how many the wallet has had. */
export interface TopUpPage {
  readonly listed: Listed;
  readonly topUps: readonly (TopUp | null)[];
  readonly totalCount: number;
}

const MOST_COUNTED = 100_000;

/** The top-up with this id; null when there is none. */
export async function findTopUp(app: App, id: string): Promise<TopUp | null> {
  return (await app.stores.topUps.load([id])).get(id) ?? null;
}

/** A page of a wallet's top-ups. */
export async function topUpPage({ stores }: App, walletId: string, page: ListPage): Promise<TopUpPage> {
  const found = new Map<string, TopUp>();
  const [listed, totalCount] = await Promise.all([
    listPage(async (stretch) => {
      const topUps = await stores.topUps.ofWallet(walletId, stretch);
      for (const topUp of topUps) found.set(topUp.id, topUp);
      return topUps.map(({ id, createdAt }) => ({ id, createdAt }));
    }, page),
    stores.topUps.countOf(walletId, MOST_COUNTED),
  ]);
  return { listed, topUps: listed.places.map(({ id }) => found.get(id) ?? null), totalCount };
}
