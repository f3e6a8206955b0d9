import type { RunningReplicaSet } from '../../api/database/types.ts';
import { OutcomeUnknown, TryAgain } from '../../api/ledger/errors.ts';
import { keyedEntryId } from '../../api/services/idempotency.ts';
import type { Outcome } from '../../api/services/outcome.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { damageIn, journalOf } from '../support/check-journal.ts';
import { killMongod, startOwnReplicaSet } from '../support/database.ts';
import { withOwnEngine, type OwnEngine } from '../support/engine.ts';
import { deleteTemporaryFolders, temporaryFolder } from '../support/folders.ts';
import { openFunded, spend } from '../support/spending.ts';

const wallets = Array.from({ length: 20 }, (_, n) => `wallet-${n}`);
const CALLERS = 32;

let replicaSet: RunningReplicaSet;
let app: TestApp;
let dbPath: string;

beforeAll(async () => {
  dbPath = await temporaryFolder();
  replicaSet = await startOwnReplicaSet({ dbPath });
  app = await openTestApp({ uri: replicaSet.uri, name: 'killed' });
  await openFunded(app, wallets, 50_000_00n);
}, 180_000);
afterAll(async () => {
  await app.close();
  await replicaSet.stop();
  await deleteTemporaryFolders();
}, 180_000);

async function killAndRestart(meanwhile: () => Promise<void> = async () => {}): Promise<void> {
  const { port } = replicaSet;
  await killMongod(replicaSet);
  await replicaSet.stop();
  await meanwhile();
  replicaSet = await startOwnReplicaSet({ dbPath, port });
}

/** Debits under keys of their own, as fast as the answers come. */
class Load {
  readonly done = new Map<number, Outcome>();
  readonly failed = new Map<number, unknown>();
  readonly #app: OwnEngine;
  readonly #prefix: string;
  readonly #callers: Promise<void>[];
  #step = 0;
  #isOver = false;
  #waiting: { count: number; resolve: () => void }[] = [];

  constructor(own: OwnEngine, prefix: string) {
    this.#app = own;
    this.#prefix = prefix;
    this.#callers = Array.from({ length: CALLERS }, () => this.#call());
  }

  send(step: number): Promise<Outcome> {
    return spend(this.#app, this.#walletOf(step), 1_00n, this.#keyOf(step));
  }

  /** Returns when so many debits are done. */
  reaches(count: number): Promise<void> {
    return new Promise((resolve) => this.#waiting.push({ count, resolve }));
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.untilNobodyGoesOn();
  }

  /** A caller goes on until its first failure. */
  async untilNobodyGoesOn(): Promise<void> {
    await Promise.all(this.#callers);
  }

  async bookedSteps(): Promise<Set<number>> {
    const journals = await Promise.all(wallets.map((id) => journalOf(this.#app, id)));
    const ids = new Set(journals.flat().map(({ id }) => id));
    const steps = Array.from({ length: this.#step }, (_, step) => step);
    return new Set(steps.filter((step) => ids.has(keyedEntryId(this.#walletOf(step), this.#keyOf(step)))));
  }

  async #call(): Promise<void> {
    while (!this.#isOver) {
      const step = this.#step++;
      try {
        this.done.set(step, await this.send(step));
      } catch (error) {
        this.failed.set(step, error);
        return;
      }
      for (const { count, resolve } of this.#waiting) if (this.done.size >= count) resolve();
    }
  }

  #walletOf(step: number): string {
    return wallets[step % wallets.length] ?? '';
  }

  #keyOf(step: number): string {
    return `${this.#prefix}-step-${String(step).padStart(8, '0')}`;
  }
}

describe('a database that is killed in the middle of the load', () => {
  it('costs only time when it comes back before the deadline', async () => {
    const load = new Load(withOwnEngine(app, { deadlineMs: 60_000 }), 'brief');
    await load.reaches(300);
    await killAndRestart();
    await load.reaches(load.done.size + 300);
    await load.end();
    expect([...load.failed]).toEqual([]);
    for (const outcome of load.done.values()) expect(outcome).toMatchObject({ replayed: false });
    expect(await load.bookedSteps()).toEqual(new Set(load.done.keys()));
    expect(await damageIn(app)).toEqual([]);
  }, 90_000);

  it('is told to callers truly when it stays away, and served again without a restart of ours', async () => {
    const load = new Load(withOwnEngine(app, { deadlineMs: 2_000 }), 'long');
    await load.reaches(300);
    await killAndRestart(() => load.untilNobodyGoesOn());

    const booked = await load.bookedSteps();
    for (const step of load.done.keys()) expect(booked).toContain(step);
    expect(load.failed.size).toBe(CALLERS);
    for (const [step, error] of load.failed) {
      if (error instanceof TryAgain) expect(booked).not.toContain(step);
      else expect(error).toBeInstanceOf(OutcomeUnknown);
    }
    for (const step of load.failed.keys()) {
      expect(await load.send(step)).toMatchObject({ replayed: booked.has(step) });
    }
    expect((await load.bookedSteps()).size).toBe(load.done.size + CALLERS);
    expect(await damageIn(app)).toEqual([]);
  }, 90_000);
});
