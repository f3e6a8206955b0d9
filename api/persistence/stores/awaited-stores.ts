import type { Database } from '../database.ts';
import { awaitedWith, type Patience } from '../patience.ts';
import { DirectoryStore } from './directory.store.ts';
import { JournalStore } from './journal.store.ts';
import { PurchaseStore } from './purchase.store.ts';
import { ReferralStore } from './referral.store.ts';
import { RewardClaimStore } from './reward-claim.store.ts';
import { RewardStore } from './reward.store.ts';
import { TopUpStore } from './top-up.store.ts';

/** The stores whose lists are read for somebody; made when they are first used, because most requests use one or none. */
const READ = {
  directory: DirectoryStore,
  journal: JournalStore,
  rewards: RewardStore,
  claims: RewardClaimStore,
  referrals: ReferralStore,
  purchases: PurchaseStore,
  topUps: TopUpStore,
} as const;

/** The same stores for somebody who does not wait for ever. */
export function awaitedStores<Stores extends object>(
  stores: Stores,
  database: Database,
  patience: Patience,
): Stores {
  const awaited = Object.create(stores) as Stores;
  for (const [name, Store] of Object.entries(READ)) {
    let made: object | undefined;
    const get = () => (made ??= new Store(awaitedWith(database, patience)));
    Object.defineProperty(awaited, name, { get, enumerable: true });
  }
  return awaited;
}
