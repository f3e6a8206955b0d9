import type { mongoose } from '@typegoose/typegoose';
import type { Instant } from '../../domain/calendar.ts';
import { sum, type Paise } from '../../domain/money.ts';
import type { Policy, TierLevel } from '../../domain/policy.ts';
import type { ProgrammeTotals } from '../../domain/programme.ts';
import type { Funding } from '../../domain/wallet/lots.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { CustomerModel } from '../models/customer.model.ts';
import { WalletModel } from '../models/wallet.model.ts';
import { holdsTier } from '../qualifying-amount.ts';
import type { Session } from './document-store.ts';
import type { ProgrammeStore } from './programme.store.ts';

/** All wallets at one instant, by what is booked. */
export interface Census {
  readonly customers: number;
  readonly wallets: number;
  /** With an entry since the instant that was asked for. */
  readonly active: number;
  /** In status ACTIVE: they may claim. */
  readonly usable: number;
  readonly usableWithClaim: number;
  readonly referring: number;
  readonly tiers: ReadonlyMap<TierLevel, number>;
  readonly balance: Paise;
  readonly activeBalance: Paise;
  /** Of the active wallets; of the two in the middle, their mean in whole paise. */
  readonly activeMedian: Paise;
  readonly owed: readonly Owed[];
  /** What moved in every month in which anything did. */
  readonly months: ReadonlyMap<string, ProgrammeTotals>;
}

/** What wallets hold together of one funding that expires at one instant; null stands for never. */
export interface Owed {
  readonly expiresAt: Instant | null;
  readonly funding: Funding;
  readonly amount: Paise;
}

/** Wallets whose balances lie in the same stretch. */
interface Stretch {
  /** The lowest balance of the stretch, in paise. */
  readonly _id: bigint;
  readonly wallets: bigint;
  readonly active: bigint;
  readonly usable: bigint;
  readonly usableWithClaim: bigint;
  readonly referring: bigint;
  readonly balance: bigint;
  readonly activeBalance: bigint;
  readonly tiers: Readonly<Record<TierLevel, bigint>>;
}

/** A hundred rupees: ten thousand stretches up to the most that a wallet can hold, and few enough balances in each. */
const STRETCH = 100_00n;

/** Looks at every wallet once, and once more at those in the middle: the median needs their exact balances. */
export class CensusStore {
  readonly #database: Database;
  readonly #wallets: mongoose.mongo.Collection<WalletModel>;
  readonly #customers: mongoose.mongo.Collection<CustomerModel>;
  readonly #programme: ProgrammeStore;

  constructor(database: Database, programme: ProgrammeStore) {
    this.#database = database;
    this.#wallets = collectionOf<WalletModel>(database, WalletModel);
    this.#customers = collectionOf<CustomerModel>(database, CustomerModel);
    this.#programme = programme;
  }

  /** Everything as of one commit, however long the look takes; writes go on beside it. */
  async take(policy: Policy, now: Instant, activeSince: Instant): Promise<Census> {
    const session = this.#database.getClient().startSession({ snapshot: true });
    try {
      const months = await this.#programme.months(session);
      const stretches = await this.#stretches(policy, now, new Date(activeSince), session);
      const total = (of: (stretch: Stretch) => bigint) => sum(stretches.map(of));
      const count = (of: (stretch: Stretch) => bigint) => Number(total(of));
      return {
        customers: await this.#customers.countDocuments({}, { session, hint: '_id_' }),
        wallets: count(({ wallets }) => wallets),
        active: count(({ active }) => active),
        usable: count(({ usable }) => usable),
        usableWithClaim: count(({ usableWithClaim }) => usableWithClaim),
        referring: count(({ referring }) => referring),
        tiers: new Map(policy.tiers.map(({ level }) => [level, count(({ tiers }) => tiers[level])])),
        balance: total(({ balance }) => balance),
        activeBalance: total(({ activeBalance }) => activeBalance),
        activeMedian: await this.#median(stretches, new Date(activeSince), session),
        owed: await this.#owed(session),
        months,
      };
    } finally {
      await session.endSession();
    }
  }

  async #stretches(policy: Policy, now: Instant, since: Date, session: Session): Promise<Stretch[]> {
    const isActive = { $gte: ['$updatedAt', since] };
    const isUsable = { $eq: ['$status', 'ACTIVE'] };
    const levels = policy.tiers.map(({ level }) => level);
    const held = levels.map((level) => [`tier${level}`, countIf(holdsTier(level, policy, now))]);
    const group = {
      _id: { $subtract: ['$balance', { $mod: ['$balance', STRETCH] }] },
      wallets: { $sum: 1n },
      active: countIf(isActive),
      usable: countIf(isUsable),
      usableWithClaim: countIf({ $and: [isUsable, { $gt: ['$rewardsClaimed', 0] }] }),
      referring: countIf({ $gt: ['$referrals.count', 0] }),
      balance: { $sum: '$balance' },
      activeBalance: { $sum: { $cond: [isActive, '$balance', 0n] } },
      ...Object.fromEntries(held),
    };
    const found = await this.#wallets
      .aggregate<Omit<Stretch, 'tiers'> & Record<string, bigint>>(
        [{ $group: group }, { $sort: { _id: 1 } }],
        { session },
      )
      .toArray();
    return found.map((stretch) => ({
      ...stretch,
      tiers: Object.fromEntries(levels.map((level) => [level, stretch[`tier${level}`]])) as Stretch['tiers'],
    }));
  }

  async #median(stretches: readonly Stretch[], since: Date, session: Session): Promise<Paise> {
    const active = sum(stretches.map((stretch) => stretch.active));
    if (active === 0n) return 0n;
    const low = await this.#activeBalanceAt((active - 1n) / 2n, stretches, since, session);
    const high =
      active % 2n === 1n ? low : await this.#activeBalanceAt(active / 2n, stretches, since, session);
    return (low + high) / 2n;
  }

  /** The balance of the active wallet with so many active ones below it. */
  async #activeBalanceAt(
    rank: bigint,
    stretches: readonly Stretch[],
    since: Date,
    session: Session,
  ): Promise<Paise> {
    const stretch = atRank(stretches, rank, ({ active }) => active);
    const balance = { $gte: stretch.item._id, $lt: stretch.item._id + STRETCH };
    const balances = await this.#wallets
      .aggregate<{ _id: bigint; wallets: bigint }>(
        [
          { $match: { balance, updatedAt: { $gte: since } } },
          { $group: { _id: '$balance', wallets: { $sum: 1n } } },
          { $sort: { _id: 1 } },
        ],
        { session },
      )
      .toArray();
    return atRank(balances, stretch.left, ({ wallets }) => wallets).item._id;
  }

  async #owed(session: Session): Promise<Owed[]> {
    const found = await this.#wallets
      .aggregate<{ _id: { expiresAt: Date | null; funding: Funding }; amount: bigint }>(
        [
          { $project: { 'lots.expiresAt': 1, 'lots.funding': 1, 'lots.remaining': 1 } },
          { $unwind: '$lots' },
          {
            $group: {
              _id: { expiresAt: '$lots.expiresAt', funding: '$lots.funding' },
              amount: { $sum: '$lots.remaining' },
            },
          },
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

/** The group in which the place at a rank (0 is the first) lies, and its rank within the group. */
function atRank<T>(groups: readonly T[], rank: bigint, sizeOf: (group: T) => bigint) {
  let left = rank;
  for (const item of groups) {
    const size = sizeOf(item);
    if (left < size) return { item, left };
    left -= size;
  }
  throw new Error(`There is nothing at rank ${rank}.`);
}

function countIf(condition: object) {
  return { $sum: { $cond: [condition, 1n, 0n] } };
}
