import { performance } from 'node:perf_hooks';
import type { EngineSettings } from '../../api/ledger/engine-parts.ts';
import { Engine } from '../../api/ledger/engine.ts';
import type { EngineObserver } from '../../api/ledger/observer.ts';
import type { Stores } from '../../api/persistence/stores/stores.ts';
import type { App } from '../../api/services/app.ts';
import type { TestApp } from './app.ts';

type Event =
  | { readonly kind: 'QUEUED'; readonly length: number }
  | { readonly kind: 'COMMITTED'; readonly commands: number }
  | { readonly kind: 'RETRIED'; readonly reason: string };

/** Writes down what an engine tells about itself, and lets a test wait for it. */
export class EngineDiary implements EngineObserver {
  readonly events: Event[] = [];
  #waiting: { isDue: () => boolean; resolve: () => void }[] = [];

  queued(length: number): void {
    this.#add({ kind: 'QUEUED', length });
  }

  committed({ commands }: { commands: number }): void {
    this.#add({ kind: 'COMMITTED', commands });
  }

  retried(reason: string): void {
    this.#add({ kind: 'RETRIED', reason });
  }

  /** How many commands each batch had, in the order of their commits. */
  get batches(): number[] {
    return this.events.flatMap((event) => (event.kind === 'COMMITTED' ? [event.commands] : []));
  }

  get retries(): string[] {
    return this.events.flatMap((event) => (event.kind === 'RETRIED' ? [event.reason] : []));
  }

  /** Returns when so many retries have happened: a batch is under way then and gets no further. */
  async retriesReach(count: number): Promise<void> {
    await this.#until(() => this.retries.length >= count);
  }

  /** Returns when so many commands wait behind the batches in flight. */
  async waitingAre(count: number): Promise<void> {
    await this.#until(() => this.events.findLast((event) => event.kind === 'QUEUED')?.length === count);
  }

  #until(isDue: () => boolean): Promise<void> {
    if (isDue()) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ isDue, resolve }));
  }

  #add(event: Event): void {
    this.events.push(event);
    const due = this.#waiting.filter(({ isDue }) => isDue());
    this.#waiting = this.#waiting.filter((waiting) => !due.includes(waiting));
    for (const { resolve } of due) resolve();
  }
}

export interface OwnEngine extends App {
  readonly diary: EngineDiary;
}

export interface OwnParts {
  readonly elapsed?: () => number;
  readonly stores?: Stores;
}

/** The same application with an engine of the test's own on the same database, as another process would have it. */
export function withOwnEngine(
  app: TestApp,
  settings: Partial<EngineSettings> = {},
  { elapsed = () => performance.now(), stores = app.stores }: OwnParts = {},
): OwnEngine {
  const diary = new EngineDiary();
  const { database, policy, now } = app;
  const engine = new Engine({
    database,
    stores,
    policy,
    now,
    elapsed,
    random: Math.random,
    settings: { maxAttempts: 1_000_000, deadlineMs: 120_000, ...settings },
    observer: diary,
  });
  return { ...app, engine, diary };
}

/**
 * Holds a wallet as a slow process would: until it is let go, every write of it by another process conflicts. Holds it
 * for ten seconds at most; the database ends longer transactions.
 */
export async function holdWallet({ database }: TestApp, walletId: string): Promise<() => Promise<void>> {
  const session = database.getClient().startSession();
  session.startTransaction();
  const wallets = database.getClient().db(database.name).collection<{ _id: string }>('customer_wallets');
  await wallets.updateOne({ _id: walletId }, { $set: { statusReason: 'held' } }, { session });
  return async () => {
    await session.abortTransaction();
    await session.endSession();
  };
}
