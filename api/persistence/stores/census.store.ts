import type { mongoose } from '@typegoose/typegoose';
import { SYSTEM_ACTOR } from '../../domain/actor.ts';
import { addDays, monthOf, startOfDay, type Instant } from '../../domain/calendar.ts';
import { sum, type Paise } from '../../domain/money.ts';
import type { Policy, TierLevel } from '../../domain/policy.ts';
import { ACTIVE_DAYS, endedStays, type EndedStay, type Stay } from '../../domain/programme.ts';
import {
  ALL,
  noteChange,
  startOfBand,
  walletsHolding,
  type Figures,
} from '../../domain/programme-figures.ts';
import { activeWallets, owedOf, staysOf, type Active, type Owed } from '../../domain/programme-sums.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { advanced } from '../../domain/wallet/decide.ts';
import type { Entry } from '../../domain/wallet/entries.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { WalletModel } from '../models/wallet.model.ts';
import { CustomerCount } from './customer-count.ts';
import { inSnapshot, type Session } from './document-store.ts';
import type { FigureStore } from './figure.store.ts';
import type { ProgrammeStore } from './programme.store.ts';
import { walletFromDocument } from './wallet.store.ts';

/** All wallets at one instant; what is due counts as expired, booked or not. */
export interface Census {
  readonly asOf: Instant;
  readonly customers: number;
  readonly wallets: number;
  /** In status ACTIVE: they may claim. */
  readonly usable: number;
  /** Of those, how many have claimed a reward. */
  readonly claimed: number;
  /** How many have brought somebody. */
  readonly referred: number;
  readonly tiers: ReadonlyMap<TierLevel, number>;
  readonly active: {
    readonly wallets: number;
    readonly balance: Paise;
    /** Of the two in the middle their mean without a fraction of a paisa; 0 when there are none. */
    readonly median: Paise;
  };
  readonly owed: readonly Owed[];
  /** How much of that open holds keep. */
  readonly held: Paise;
  /** From which follows what moved in any month. */
  readonly stays: readonly Stay[];
}

interface Parts {
  readonly figures: FigureStore;
  readonly programme: ProgrammeStore;
}

/** A wallet of which something is due, as it is stored and as it is once that is booked. */
interface Due {
  readonly before: Wallet;
  readonly after: Wallet;
  readonly entries: readonly Entry[];
}

/** Reads the sums that are kept, looks at the wallets of which something is due, and at those whose balance is in the middle. */
export class CensusStore {
  readonly #database: Database;
  readonly #wallets: mongoose.mongo.Collection<WalletModel>;
  readonly #customers: CustomerCount;
  readonly #parts: Parts;

  constructor(database: Database, parts: Parts) {
    this.#database = database;
    this.#wallets = collectionOf<WalletModel>(database, WalletModel);
    this.#customers = new CustomerCount(database);
    this.#parts = parts;
  }

  /** Everything as of one commit; writes go on beside it. Nothing is booked by looking. */
  async take(policy: Policy, asOf: Instant): Promise<Census> {
    const since = startOfDay(addDays(asOf, -ACTIVE_DAYS));
    const session = this.#database.getClient().startSession({ snapshot: true });
    try {
      const figures = await this.#parts.figures.sums(monthOf(since), session);
      const [customers, ended, due] = await Promise.all([
        this.#customers.take(session),
        this.#parts.programme.ended(session),
        this.#due(policy, asOf, session),
      ]);
      const left: EndedStay[] = [];
      for (const { before, after, entries } of due) {
        noteChange(figures, before, after, policy);
        left.push(...endedStays(before, entries));
      }
      const active = activeWallets(figures, since);
      const count = (field: string) => Number(figures.get(ALL, field));
      return {
        asOf,
        ...{ customers, wallets: count('wallets'), usable: count('usable') },
        ...{ claimed: count('claimed'), referred: count('referred') },
        tiers: new Map(policy.tiers.map(({ level }) => [level, holding(figures, level, policy, asOf)])),
        active: {
          wallets: active.wallets,
          balance: active.balance,
          median: await this.#median(active, due, since, session),
        },
        owed: owedOf(figures),
        held: figures.get(ALL, 'held'),
        stays: [...ended, ...left, ...staysOf(figures)],
      };
    } finally {
      await session.endSession();
    }
  }

  /** How many wallets hold one of these tiers, by what is booked. Reads the sums alone. */
  async holding(levels: readonly TierLevel[], policy: Policy, asOf: Instant): Promise<number> {
    const session = this.#database.getClient().startSession({ snapshot: true });
    try {
      const figures = await this.#parts.figures.present(session);
      const held = [...new Set(levels)].map((level) => walletsHolding(figures, level, policy, asOf));
      return Number(sum(held));
    } finally {
      await session.endSession();
    }
  }

  /** Few, because the job books them when their time comes; all of them, because it may be late. */
  async #due(policy: Policy, now: Instant, session: Session): Promise<Due[]> {
    // The type says nothing new, but without it the database would not use the partial index.
    const filter = { nextExpiryAt: { $type: 'date' as const, $lte: new Date(now) } };
    const found = await this.#wallets.find(filter, { ...inSnapshot(session), batchSize: 1_000 }).toArray();
    return found.map((document) => {
      const before = walletFromDocument(document);
      const context = {
        now,
        policy,
        actor: SYSTEM_ACTOR,
        requestId: 'census',
        entryId: before.id,
        intent: null,
      };
      const advance = advanced(before, { kind: 'EXPIRE' }, before.id, context);
      return isRefusal(advance)
        ? { before, after: before, entries: [] }
        : { before, after: advance.wallet, entries: advance.entries };
    });
  }

  async #median(active: Active, due: readonly Due[], since: Instant, session: Session): Promise<Paise> {
    const { wallets, bands } = active;
    if (wallets === 0) return 0n;
    const low = bandOfRank(bands, Math.ceil(wallets / 2) - 1);
    const high = bandOfRank(bands, Math.floor(wallets / 2));
    const inLow = await this.#balancesOf(low, due, since, session);
    const inHigh = high.band === low.band ? inLow : await this.#balancesOf(high, due, since, session);
    return sum([balanceAt(inLow, low.rank), balanceAt(inHigh, high.rank)]) / 2n;
  }

  /** How many active wallets hold each balance of a stretch, booked or not. */
  async #balancesOf(
    { band, wallets }: RankInBand,
    due: readonly Due[],
    since: Instant,
    session: Session,
  ): Promise<ReadonlyMap<Paise, number>> {
    const [from, to] = [startOfBand(band), startOfBand(band + 1)];
    const isThere = ({ balance, updatedAt }: Wallet) => balance >= from && balance < to && updatedAt >= since;
    const balancesOf = async (index: number | null) => {
      const balances = await this.#balancesIn([from, to], index, since, session);
      for (const { before, after } of due) {
        if (isThere(before)) add(balances, before.balance, -1);
        if (isThere(after)) add(balances, after.balance, 1);
      }
      return balances;
    };
    const indexed = await balancesOf(band);
    const isWhole = [...indexed.values()].reduce((total, count) => total + count, 0) === wallets;
    // A process of a version that knows no stretches leaves wallets in that of an earlier balance: then all are looked at.
    return isWhole ? indexed : balancesOf(null);
  }

  /** How many active wallets hold each balance of a range: by the index of the stretch that it is, or by looking at all. */
  async #balancesIn(
    [from, to]: readonly [Paise, Paise],
    band: number | null,
    since: Instant,
    session: Session,
  ): Promise<Map<Paise, number>> {
    const balance = { $gte: from, $lt: to };
    const updatedAt = { $gte: new Date(since) };
    const found = await this.#wallets
      .aggregate<{ _id: bigint; wallets: number }>(
        [
          { $match: { ...(band !== null && { band }), balance, updatedAt } },
          { $group: { _id: '$balance', wallets: { $sum: 1 } } },
        ],
        { ...inSnapshot(session), ...(band !== null && { hint: 'band' }) },
      )
      .toArray();
    return new Map(found.map(({ _id, wallets }) => [_id, wallets]));
  }
}

function holding(figures: Figures, level: TierLevel, policy: Policy, now: Instant): number {
  return Number(walletsHolding(figures, level, policy, now));
}

/** A stretch of balances, how many active wallets it holds, and how many of them stand before the one that is sought. */
interface RankInBand {
  readonly band: number;
  readonly wallets: number;
  readonly rank: number;
}

/** The stretch in which the active wallet lies that has so many active ones below it. */
function bandOfRank(bands: Active['bands'], rank: number): RankInBand {
  let below = 0;
  for (const { band, wallets } of bands) {
    if (rank < below + wallets) return { band, wallets, rank: rank - below };
    below += wallets;
  }
  throw new Error(`There are only ${below} active wallets.`);
}

function balanceAt(balances: ReadonlyMap<Paise, number>, rank: number): Paise {
  let left = rank;
  for (const balance of [...balances.keys()].sort((a, b) => (a < b ? -1 : 1))) {
    left -= balances.get(balance) ?? 0;
    if (left < 0) return balance;
  }
  throw new Error('A stretch holds fewer active wallets than are counted there.');
}

function add(balances: Map<Paise, number>, balance: Paise, count: number): void {
  balances.set(balance, (balances.get(balance) ?? 0) + count);
}
