import type { Reward } from '../../domain/reward.ts';
import type { RewardQuery } from '../../persistence/stores/reward.store.ts';
import type { App } from '../app.ts';
import { listPage, type Listed, type ListPage } from './list-page.ts';

export type { RewardQuery };

/** A page of rewards with what stands at its places. */
export interface RewardPage {
  readonly listed: Listed;
  readonly rewards: readonly (Reward | null)[];
}

/** The rewards with these ids; missing where there is none. */
export function findRewards(app: App, ids: readonly string[]): Promise<Map<string, Reward>> {
  return app.stores.rewards.load(ids);
}

/** One page of the rewards that match. */
export async function findRewardPage(app: App, query: RewardQuery, page: ListPage): Promise<RewardPage> {
  const found = new Map<string, Reward>();
  const listed = await listPage(async (stretch) => {
    const rewards = await app.stores.rewards.list(query, stretch);
    for (const reward of rewards) found.set(reward.id, reward);
    return rewards.map(({ id, createdAt }) => ({ id, createdAt }));
  }, page);
  return { listed, rewards: listed.places.map(({ id }) => found.get(id) ?? null) };
}

/** How many those are in all. */
export function countRewards(app: App, query: RewardQuery): Promise<number> {
  return app.stores.rewards.count(query);
}
