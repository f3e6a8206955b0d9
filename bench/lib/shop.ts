import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Actor } from '../../api/domain/actor.ts';
import { defaultPolicy } from '../../api/domain/policy.ts';
import { connect, disconnect, type Database } from '../../api/persistence/connection.ts';
import { countProgramme } from '../../api/persistence/count-programme.ts';
import { setUp } from '../../api/persistence/set-up.ts';
import { addCredits } from '../../api/services/add-credits.ts';
import type { App } from '../../api/services/app.ts';
import { createWallet } from '../../api/services/create-wallet.ts';
import { openApp } from '../../api/services/open-app.ts';
import { saveCustomer } from '../../api/services/save-customer.ts';
import { storeLongJournal } from './long-journal.ts';
import { populate } from './many-wallets.ts';

const ACTOR: Actor = { id: 'bench', role: 'ADMIN', channel: 'API' };
const CALLER = { actor: ACTOR, requestId: 'bench' };
/** The most that one operation may add, in paise. */
const CREDIT = 1_00_000_00n;

const DAY = 86_400_000;

interface Journal {
  readonly _id: string;
  readonly count: number;
  readonly last: number;
  readonly added: bigint | number;
  readonly spent: bigint | number;
}

/** Wallets with money in them, made before the measurement and looked through after it. */
export class Shop {
  readonly app: App;
  readonly #database: Database;

  private constructor(app: App, database: Database) {
    this.app = app;
    this.#database = database;
  }

  static async open(uri: string, databaseName: string): Promise<Shop> {
    const database = await connect(uri, databaseName);
    await setUp(database);
    await countProgramme(database, defaultPolicy);
    const parts = { now: Date.now, elapsed: () => performance.now(), randomBytes };
    return new Shop(openApp({ database, policy: defaultPolicy, ...parts }), database);
  }

  /** Opens wallets with so many credits of a lakh of rupees each, which end on different days. */
  async fund(ids: readonly string[], credits: number): Promise<void> {
    for (const id of ids) {
      await saveCustomer(this.app, CALLER, { id, name: id, email: null, phone: null, language: null });
    }
    await Promise.all(ids.map((id) => this.#fund(id, credits)));
  }

  /** Makes wallets with a journal of so many entries, spread over the last year. */
  async writeJournals(ids: readonly string[], entries: number): Promise<void> {
    for (const id of ids) await storeLongJournal(this.app, this.#database, id, entries);
  }

  /** Makes so many wallets more, `due` of them with a credit that has ended. */
  async grow(size: number, due: number): Promise<void> {
    await populate(this.app, this.#database, size, due);
  }

  async serverVersion(): Promise<string> {
    const { version } = await this.#database.getClient().db('admin').command({ buildInfo: 1 });
    return String(version);
  }

  /** What is wrong with the wallets after so many debits of one rupee. */
  async faults(ids: readonly string[], debits: number): Promise<string[]> {
    const paise = (kind: string) => ({ $sum: { $cond: [{ $eq: ['$kind', kind] }, '$amount', 0n] } });
    const journals = await this.#database
      .collection('wallet_transactions')
      .aggregate<Journal>([
        { $match: { walletId: { $in: [...ids] } } },
        {
          $group: {
            _id: '$walletId',
            count: { $sum: 1 },
            last: { $max: '$seq' },
            added: paise('CREDIT'),
            spent: paise('DEBIT'),
          },
        },
      ])
      .toArray();
    const wallets = await this.app.stores.wallets.load(ids);
    const unsound = journals.filter(({ _id: id, count, last, added, spent }) => {
      const wallet = wallets.get(id);
      return wallet?.seq !== last || count !== last || wallet.balance !== BigInt(added) - BigInt(spent);
    });
    const found = journals.reduce((total, { spent }) => total + BigInt(spent) / 100n, 0n);
    return [
      ...unsound.map(({ _id: id }) => `${id}: its journal does not add up to what it holds.`),
      ...(found === BigInt(debits) ? [] : [`Ours: ${debits} acknowledged, but ${found} found.`]),
    ];
  }

  async close(): Promise<void> {
    await this.app.engine.stop();
    await disconnect(this.#database);
  }

  async #fund(customerId: string, credits: number): Promise<void> {
    await createWallet(this.app, CALLER, { customerId, idempotencyKey: `bench-open-${customerId}` });
    for (let n = 1; n <= credits; n += 1) {
      const expiresAt = Date.now() + (30 + n) * DAY;
      const how = { source: 'MANUAL', reason: 'Bench', orderId: null, expiresAt } as const;
      const idempotencyKey = `bench-credit-${n}-of-${customerId}`;
      const outcome = await addCredits(this.app, CALLER, {
        customerId,
        amount: CREDIT,
        ...how,
        idempotencyKey,
      });
      if ('refused' in outcome) throw new Error(`${customerId} was not funded: ${outcome.refused.code}.`);
    }
  }
}
