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

/** What everything is compared with: the driver alone, one transaction per debit, a guarded update and an insert. */
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
}
