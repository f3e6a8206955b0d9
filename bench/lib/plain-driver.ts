import { connect, disconnect, type Database } from '../../api/persistence/connection.ts';
import type { Contender } from './load.ts';

interface PlainWallet {
  readonly _id: string;
  readonly seq: number;
  readonly balance: bigint;
}

interface PlainEntry {
  readonly _id: string;
  readonly walletId: string;
  readonly seq: number;
  readonly amount: bigint;
  readonly balanceAfter: bigint;
  readonly orderId: string;
  readonly at: Date;
}

type Client = ReturnType<Database['getClient']>;

const FUNDS = 10n ** 12n;
const DURABLE = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', journal: true },
} as const;

/**
 * What everything is compared with: the driver alone, one transaction per debit, a guarded update and an insert; and the best it
 * can do for many debits whose callers would all have to wait for each other, one transaction for all of them.
 */
export class PlainDriver {
  readonly #database: Database;
  readonly #client: Client;
  readonly #wallets;
  readonly #entries;
  readonly #ids: readonly string[];
  #acknowledged = 0;

  private constructor(database: Database, ids: readonly string[]) {
    this.#database = database;
    this.#client = database.getClient();
    this.#wallets = this.#client.db('plain').collection<PlainWallet>('wallets');
    this.#entries = this.#client.db('plain').collection<PlainEntry>('entries');
    this.#ids = ids;
  }

  static async open(uri: string, wallets: number): Promise<PlainDriver> {
    const ids = Array.from({ length: wallets }, (_, n) => `plain-${n}`);
    const plain = new PlainDriver(await connect(uri, 'plain'), ids);
    await plain.#wallets.insertMany(ids.map((_id) => ({ _id, seq: 0, balance: FUNDS })));
    await plain.#entries.createIndex({ walletId: 1, seq: 1 }, { unique: true });
    return plain;
  }

  spread(name: string, callers: number): Contender {
    return { name, callers, act: (step) => this.#debit(step, this.#ids[step % this.#ids.length] ?? '') };
  }

  hot(name: string, callers: number): Contender {
    return { name, callers, act: (step) => this.#debit(step, this.#ids[0] ?? '') };
  }

  /** So many debits in each transaction, on wallets that no other transaction has at the time. */
  together(name: string, callers: number, times: number): Contender {
    const stretch = this.#ids.length / callers;
    const free = Array.from({ length: callers }, (_, n) => n * stretch);
    return {
      ...{ name, callers, times },
      act: async (step) => {
        const begin = free.pop() ?? 0;
        const ids = Array.from(
          { length: times },
          (_, n) => this.#ids[begin + ((step * times + n) % stretch)] ?? '',
        );
        await this.#debitAll(step, ids);
        free.push(begin);
      },
    };
  }

  /** Whether every acknowledged debit is there once, and no other. */
  async faults(): Promise<string[]> {
    const entries = await this.#entries.countDocuments();
    const [sums] = await this.#wallets
      .aggregate<{ left: bigint; steps: number }>([
        { $group: { _id: null, left: { $sum: '$balance' }, steps: { $sum: '$seq' } } },
      ])
      .toArray();
    const spent = FUNDS * BigInt(this.#ids.length) - BigInt(sums?.left ?? 0);
    const counts = [entries, Number(sums?.steps), Number(spent) / 100];
    return counts.every((count) => count === this.#acknowledged)
      ? []
      : [`Plain driver: ${this.#acknowledged} acknowledged, but ${counts.join(', ')} found.`];
  }

  async serverVersion(): Promise<string> {
    const { version } = await this.#client.db('admin').command({ buildInfo: 1 });
    return String(version);
  }

  async close(): Promise<void> {
    await disconnect(this.#database);
  }

  async #debit(step: number, walletId: string): Promise<void> {
    await this.#client.withSession((session) =>
      session.withTransaction(async () => {
        const wallet = await this.#wallets.findOneAndUpdate(
          { _id: walletId, balance: { $gte: 100n } },
          { $inc: { balance: -100n, seq: 1 } },
          { session, returnDocument: 'after' },
        );
        if (!wallet) throw new Error(`${walletId} has no money left.`);
        const { seq, balance: balanceAfter } = wallet;
        const entry = { walletId, seq, amount: 100n, balanceAfter, orderId: `order-${step}`, at: new Date() };
        await this.#entries.insertOne({ _id: `${walletId}:step-${step}`, ...entry }, { session });
      }, DURABLE),
    );
    this.#acknowledged += 1;
  }

  async #debitAll(step: number, ids: readonly string[]): Promise<void> {
    await this.#client.withSession((session) =>
      session.withTransaction(async () => {
        const found = await this.#wallets.find({ _id: { $in: [...ids] } }, { session }).toArray();
        const before = new Map(found.map((wallet) => [wallet._id, wallet]));
        const at = new Date();
        const entries = ids.map((walletId) => {
          const wallet = before.get(walletId);
          if (!wallet || wallet.balance < 100n) throw new Error(`${walletId} has no money left.`);
          const [seq, balanceAfter] = [wallet.seq + 1, wallet.balance - 100n];
          const _id = `${walletId}:step-${step}`;
          return { _id, walletId, seq, amount: 100n, balanceAfter, orderId: `order-${step}`, at };
        });
        const changes = ids.map((_id) => ({
          updateOne: {
            filter: { _id, balance: { $gte: 100n }, seq: before.get(_id)?.seq ?? 0 },
            update: { $inc: { balance: -100n, seq: 1 } },
          },
        }));
        const { modifiedCount } = await this.#wallets.bulkWrite(changes, { session, ordered: false });
        if (modifiedCount !== ids.length) throw new Error('A wallet was another meanwhile.');
        await this.#entries.insertMany(entries, { session, ordered: false });
      }, DURABLE),
    );
    this.#acknowledged += ids.length;
  }
}
