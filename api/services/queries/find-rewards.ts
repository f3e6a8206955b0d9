import type { Reward } from '../../domain/reward.ts';
import type { RewardQuery } from '../../persistence/stores/reward.store.ts';
import type { App } from '../app.ts';
import type { Place } from './list-page.ts';

export type { RewardQuery };

/** A stretch of the list of rewards, which runs from the newest to the oldest. */
export type RewardsPage =
  | { readonly first: number; readonly after?: Place | undefined }
  | { readonly last: number; readonly before?: Place | undefined };

export interface Rewards {
  /** Newest first. */
  readonly rewards: readonly Reward[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly totalCount: number;
}

/** The rewards with these ids; missing where there is none. */
export function findRewards(app: App, ids: readonly string[]): Promise<Map<string, Reward>> {
  return app.stores.rewards.load(ids);
}

/** One page of the rewards that match. */
export async function rewardsPage(app: App, query: RewardQuery, page: RewardsPage): Promise<Rewards> {
  const [found, totalCount] = await Promise.all([read(app, query, page), app.stores.rewards.count(query)]);
  return { ...found, totalCount };
}

/** Reads one more than asked for, to see whether there is more. */
async function read(
  { stores }: App,
  query: RewardQuery,
  page: RewardsPage,
): Promise<Omit<Rewards, 'totalCount'>> {
  if ('first' in page) {
    const found = await stores.rewards.list(query, 'NEWEST_FIRST', page.first + 1, page.after);
    return {
      rewards: found.slice(0, page.first),
      hasNextPage: found.length > page.first,
      hasPreviousPage: page.after !== undefined,
    };
  }
  const found = await stores.rewards.list(query, 'OLDEST_FIRST', page.last + 1, page.before);
  return {
    rewards: found.slice(0, page.last).reverse(),
    hasNextPage: page.before !== undefined,
    hasPreviousPage: found.length > page.last,
  };
}
