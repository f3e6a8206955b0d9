import { setTimeout as sleep } from 'node:timers/promises';
import { CommitUnknown, failureOf, inTransaction, type WriteFailure } from '../persistence/transaction.ts';
import type { EngineParts, EngineSettings } from './engine.ts';
import { OutcomeUnknown, TryAgain } from './errors.ts';
import type { EngineObserver } from './observer.ts';
import type { Queued } from './queue.ts';
import { load, save } from './sources.ts';
import type { BatchContext } from './use-case.ts';
import { Scope, type Reads, type WorkingSet } from './working-set.ts';

/** A command on its way: what it needs, what it decides, and whom to tell. */
export interface Job extends Queued {
  readonly reads: Reads;
  /** On the engine's own clock, in milliseconds. */
  readonly deadline: number;
  decide(work: Scope, context: BatchContext): unknown;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

/** Tells a job what became of it; kept back until that is durable. */
type Settle = () => void;

/** Until a batch is split: small ones collide less, and one that can never be written must not sink the others. */
const ATTEMPTS_TOGETHER = 4;
const LONGEST_PAUSE_MS = 250;

/** Takes batches from queue to commit: load, decide, write, and again when somebody else was faster. */
export class BatchRunner {
  readonly #parts: EngineParts;
  readonly #settings: EngineSettings;
  readonly #observer: EngineObserver;

  constructor(parts: EngineParts, settings: EngineSettings, observer: EngineObserver) {
    this.#parts = parts;
    this.#settings = settings;
    this.#observer = observer;
  }

  /** Settles every job; never rejects itself. */
  async run(jobs: readonly Job[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const timely = this.#withoutLate(jobs);
      if (timely.length === 0) return;
      const started = this.#parts.elapsed();
      try {
        const outcomes = await this.#attempt(timely);
        this.#observer.committed({
          commands: timely.length,
          milliseconds: this.#parts.elapsed() - started,
          attempts: attempt,
        });
        for (const settle of outcomes) settle();
        return;
      } catch (error) {
        if (!(await this.#mayTryAgain(timely, attempt, error))) return;
      }
    }
  }

  /** One round: reads, decides, writes. Returns the outcomes once they are durable. */
  async #attempt(jobs: readonly Job[]): Promise<Settle[]> {
    const { database, stores, policy, now, elapsed } = this.#parts;
    const set = await load(
      stores,
      jobs.map((job) => job.reads),
    );
    const outcomes = decideAll(jobs, set, { now: now(), policy });
    if (set.isChanged) {
      const last = Math.max(...jobs.map((job) => job.deadline));
      await inTransaction(
        database,
        (session) => save(stores, set, session),
        () => elapsed() < last,
      );
    }
    return outcomes;
  }

  async #mayTryAgain(jobs: readonly Job[], attempt: number, error: unknown): Promise<boolean> {
    if (error instanceof CommitUnknown) return this.#giveUp(jobs, new OutcomeUnknown({ cause: error }));
    const failure = failureOf(error);
    const isHopeless =
      failure === 'FATAL' || attempt >= (jobs.length > 1 ? ATTEMPTS_TOGETHER : this.#settings.maxAttempts);
    if (isHopeless && jobs.length > 1 && failure !== 'UNREACHABLE') return this.#split(jobs);
    if (failure === 'FATAL') return this.#giveUp(jobs, error);
    if (isHopeless && failure !== 'UNREACHABLE') {
      return this.#giveUp(jobs, new TryAgain('others were changing the same wallet.', { cause: error }));
    }
    await this.#pause(failure, attempt);
    return true;
  }

  async #split(jobs: readonly Job[]): Promise<false> {
    const middle = Math.ceil(jobs.length / 2);
    await this.run(jobs.slice(0, middle));
    await this.run(jobs.slice(middle));
    return false;
  }

  #giveUp(jobs: readonly Job[], error: unknown): false {
    for (const job of jobs) job.reject(error);
    return false;
  }

  /** Waits longer each time, at random, so that processes which collided do not collide again. */
  async #pause(failure: Exclude<WriteFailure, 'FATAL'>, attempt: number): Promise<void> {
    this.#observer.retried(failure);
    const ceiling =
      failure === 'UNREACHABLE' ? LONGEST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, 4 * 2 ** attempt);
    await sleep(ceiling * (0.5 + this.#parts.random() / 2));
  }

  #withoutLate(jobs: readonly Job[]): readonly Job[] {
    const now = this.#parts.elapsed();
    const late = jobs.filter((job) => job.deadline <= now);
    this.#giveUp(late, new TryAgain('the database did not answer in time.'));
    return late.length === 0 ? jobs : jobs.filter((job) => job.deadline > now);
  }
}

/** Decides one after another. A command whose decision throws leaves nothing behind. */
function decideAll(jobs: readonly Job[], set: WorkingSet, context: BatchContext): Settle[] {
  return jobs.map((job) => {
    const scope = new Scope(set);
    try {
      const answer = job.decide(scope, context);
      scope.accept();
      return () => job.resolve(answer);
    } catch (error) {
      return () => job.reject(error);
    }
  });
}
