import type { mongoose } from '@typegoose/typegoose';
import { addDays, type Instant } from '../../domain/calendar.ts';
import { sum, type Paise } from '../../domain/money.ts';
import type { Policy, TierLevel } from '../../domain/policy.ts';
import { ACTIVE_DAYS, type Stay } from '../../domain/programme.ts';
import type { Funding } from '../../domain/wallet/lots.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { heldTier } from '../held-tier.ts';
import { CustomerModel } from '../models/customer.model.ts';
import { WalletModel } from '../models/wallet.model.ts';
import type { Session } from './document-store.ts';
import type { ProgrammeStore } from './programme.store.ts';

/** All wallets at one instant, by what is booked. */
export interface Census {
  readonly asOf: Instant;
  readonly customers: number;
  readonly groups: readonly WalletGroup[];
  /** Of the active wallets; of the two in the middle, their mean without a fraction of a paisa; 0 when there are none. */
  readonly activeMedian: Paise;
  readonly owed: readonly Owed[];
  /** From which follows what moved in any month. */
  readonly stays: readonly Stay[];
}

/** Wallets that are alike in everything the statistics ask for. */
export interface WalletGroup {
  readonly wallets: number;
  /** Of all of them together, in paise. */
  readonly balance: Paise;
  readonly tier: TierLevel;
  /** With an entry in the last days that count. */
  readonly isActive: boolean;
  /** In status ACTIVE: they may claim. */
  readonly isUsable: boolean;
  readonly hasClaimed: boolean;
  readonly hasReferred: boolean;
}

/** What wallets hold together of one funding that expires at one instant; null stands for never. */
export interface Owed {
  readonly expiresAt: Instant | null;
  readonly funding: Funding;
  readonly amount: Paise;
}

/** A group whose balances lie in the same stretch, of which this is the lowest in paise. */
type Found = WalletGroup & { readonly from: bigint };

/** A hundred rupees: ten thousand stretches up to the most that a wallet can hold, and few enough balances in each. */
const STRETCH = 100_00n;

/** Looks at every wallet once, and once more at those in the middle: the median needs their exact balances. */
export class CensusStore {
  readonly #database: Database;
  readonly #wallets: mongoose.mongo.Collection<WalletModel>;
  readonly #customers: mongoose.mongo.Collection<CustomerModel>;
  readonly #programme: ProgrammeStore;
  #last: Promise<unknown> = Promise.resolve();
  #next: Promise<Census> | null = null;

  constructor(database: Database, programme: ProgrammeStore) {
    this.#database = database;
    this.#wallets = collectionOf<WalletModel>(database, WalletModel);
    this.#customers = collectionOf<CustomerModel>(database, CustomerModel);
    this.#programme = programme;
  }

  /**
   * Everything as of one commit, however long the look takes; writes go on beside it. There is one look at a time: who asks
   * while it is under way shares the next one, which begins after the asking and so misses nothing.
   */
  take(policy: Policy, now: () => Instant): Promise<Census> {
    this.#next ??= this.#last.then(() => {
      this.#next = null;
      const look = this.#look(policy, now());
      this.#last = look.catch(() => {});
      return look;
    });
    return this.#next;
  }

  async #look(policy: Policy, asOf: Instant): Promise<Census> {
    const activeSince = new Date(addDays(asOf, -ACTIVE_DAYS));
    const session = this.#database.getClient().startSession({ snapshot: true });
    try {
      const groups = await this.#groups(heldTier(policy, asOf), activeSince, session);
      return {
        asOf,
        groups,
        customers: await this.#customers.countDocuments({}, { session, hint: '_id_' }),
        activeMedian: await this.#median(groups, activeSince, session),
        owed: await this.#owed(session),
        stays: await this.#programme.stays(session),
      };
    } finally {
      await session.endSession();
    }
  }

  async #groups(tier: object, activeSince: Date, session: Session): Promise<Found[]> {
    const alike = {
      from: { $subtract: ['$balance', { $mod: ['$balance', STRETCH] }] },
      tier,
      isActive: { $gte: ['$updatedAt', activeSince] },
      isUsable: { $eq: ['$status', 'ACTIVE'] },
      hasClaimed: { $gt: ['$rewardsClaimed', 0] },
      hasReferred: { $gt: ['$referrals.count', 0] },
    };
    const found = await this.#wallets
      .aggregate<{ _id: Omit<Found, 'wallets' | 'balance'>; wallets: number; balance: bigint }>(
        [{ $group: { _id: alike, wallets: { $sum: 1 }, balance: { $sum: '$balance' } } }],
        { session },
      )
      .toArray();
    return found.map(({ _id, ...sums }) => ({ ..._id, ...sums }));
  }

  async #median(groups: readonly Found[], activeSince: Date, session: Session): Promise<Paise> {
    const active = groups.filter(({ isActive }) => isActive).sort((a, b) => (a.from < b.from ? -1 : 1));
    const count = active.reduce((total, { wallets }) => total + wallets, 0);
    if (count === 0) return 0n;
    const at = (rank: number) => this.#activeBalanceAt(rank, active, activeSince, session);
    const low = await at(Math.ceil(count / 2) - 1);
    const high = count % 2 === 1 ? low : await at(count / 2);
    return sum([low, high]) / 2n;
  }

  /** The balance of the active wallet that has so many active ones below it. */
  async #activeBalanceAt(
    rank: number,
    active: readonly Found[],
    activeSince: Date,
    session: Session,
  ): Promise<Paise> {
    const { from } = atRank(active, rank);
    const below = active.reduce((total, each) => total + (each.from < from ? each.wallets : 0), 0);
    const balances = await this.#wallets
      .aggregate<{ _id: bigint; wallets: number }>(
        [
          { $match: { balance: { $gte: from, $lt: from + STRETCH }, updatedAt: { $gte: activeSince } } },
          { $group: { _id: '$balance', wallets: { $sum: 1 } } },
          { $sort: { _id: 1 } },
        ],
        { session },
      )
      .toArray();
    return atRank(balances, rank - below)._id;
  }

  async #owed(session: Session): Promise<Owed[]> {
    const alike = { expiresAt: '$lots.expiresAt', funding: '$lots.funding' };
    const found = await this.#wallets
      .aggregate<{ _id: { expiresAt: Date | null; funding: Funding }; amount: bigint }>(
        [
          { $project: { 'lots.expiresAt': 1, 'lots.funding': 1, 'lots.remaining': 1 } },
          { $unwind: '$lots' },
          { $group: { _id: alike, amount: { $sum: '$lots.remaining' } } },
        ],
        { session },
      )
      .toArray();
    return found.map(({ _id: { expiresAt, funding }, amount }) => ({
      expiresAt: expiresAt && expiresAt.getTime(),
      funding,
      amount,
    }));
  }
}

/** The group, of groups in order, in which the wallet with so many before it lies. */
function atRank<G extends { readonly wallets: number }>(groups: readonly G[], rank: number): G {
  let left = rank;
  for (const group of groups) {
    left -= group.wallets;
    if (left < 0) return group;
  }
  throw new Error(`There are only ${rank - left} wallets.`);
}
