import DataLoader from 'dataloader';
import type { PaidMeans } from '../domain/checkout-refund.ts';
import type { Customer } from '../domain/customer.ts';
import type { Reward } from '../domain/reward.ts';
import type { Entry, RefundEntry } from '../domain/wallet/entries.ts';
import type { HoldStory } from '../domain/wallet/hold-story.ts';
import type { Wallet } from '../domain/wallet/wallet.ts';
import type { App } from '../services/app.ts';
import { findShortCodes } from '../services/queries/find-by-reference.ts';
import { findCheckouts } from '../services/queries/find-checkout.ts';
import { findCustomers } from '../services/queries/find-customers.ts';
import { findEntries, findEntriesAt, type Position } from '../services/queries/find-entries.ts';
import { findHolds } from '../services/queries/find-holds.ts';
import { findMeans } from '../services/queries/find-means.ts';
import { findRefunds } from '../services/queries/find-refunds.ts';
import { findRewards } from '../services/queries/find-rewards.ts';
import { findStaffNames } from '../services/queries/find-staff-names.ts';
import { findWallets } from '../services/queries/find-wallets.ts';
import type { Look } from '../services/read-log.ts';
import { offeredRewards, type Offer } from '../services/queries/offered-rewards.ts';
import type { CheckoutState } from '../services/start-checkout.ts';

export interface Loaders {
  readonly wallets: DataLoader<string, Wallet | null>;
  readonly customers: DataLoader<string, Customer | null>;
  readonly entries: DataLoader<string, Entry | null>;
  readonly entriesAt: DataLoader<Position, Entry | null>;
  /** What references to the entries of a wallet begin with. */
  readonly shortCodes: DataLoader<string, string | null>;
  readonly refunds: DataLoader<string, readonly RefundEntry[]>;
  readonly checkouts: DataLoader<string, CheckoutState | null>;
  /** What each means paid of a checkout, and what of that went back. */
  readonly means: DataLoader<CheckoutState, PaidMeans>;
  /** What became of holds. */
  readonly holds: DataLoader<string, HoldStory | null>;
  readonly rewards: DataLoader<string, Reward | null>;
  /** Of accounts that are no customer's. */
  readonly staffNames: DataLoader<string, string | null>;
  /** What the shop offers to the customer of a wallet. */
  readonly offers: DataLoader<Wallet, readonly Offer[]>;
  /** Not read but written, together all the same. */
  readonly looks: DataLoader<Look, null>;
}

const LARGEST_BATCH = 500;

/**
 * Point reads that arrive in the same turn of the event loop, in whatever request, become one query. Nothing is remembered
 * beyond that turn, so no answer is older than the question. Callers authorise before they load.
 */
export function createLoaders(app: App): Loaders {
  return {
    wallets: loader(async (ids) => inOrder(ids, await findWallets(app, unique(ids)), null)),
    customers: loader(async (ids) => inOrder(ids, await findCustomers(app, unique(ids)), null)),
    entries: loader(async (ids) => inOrder(ids, await findEntries(app, unique(ids)), null)),
    entriesAt: loader((positions) => findEntriesAt(app, positions)),
    shortCodes: loader(async (ids) => inOrder(ids, await findShortCodes(app, unique(ids)), null)),
    refunds: loader(async (ids) => inOrder(ids, await findRefunds(app, unique(ids)), [])),
    checkouts: loader(async (ids) => inOrder(ids, await findCheckouts(app, unique(ids)), null)),
    means: loader((states) => findMeans(app, states)),
    holds: loader(async (ids) => inOrder(ids, await findHolds(app, unique(ids)), null)),
    rewards: loader(async (ids) => inOrder(ids, await findRewards(app, unique(ids)), null)),
    staffNames: loader(async (ids) => inOrder(ids, await findStaffNames(app, unique(ids)), null)),
    offers: loader((wallets) => offeredRewards(app, wallets)),
    looks: loader(async (looks) => {
      await app.reads.note(looks);
      return looks.map(() => null);
    }),
  };
}

function loader<K, V>(load: (keys: readonly K[]) => Promise<V[]>): DataLoader<K, V> {
  return new DataLoader(load, {
    cache: false,
    maxBatchSize: LARGEST_BATCH,
    batchScheduleFn: (dispatch) => void setImmediate(dispatch),
  });
}

function inOrder<V, M>(ids: readonly string[], found: ReadonlyMap<string, V>, missing: M): (V | M)[] {
  return ids.map((id) => found.get(id) ?? missing);
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
