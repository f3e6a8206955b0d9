import { setTimeout as sleep } from 'node:timers/promises';
import { StaleRead } from '../persistence/stores/document-store.ts';
import { CommitUnknown, failureOf, inTransaction, type WriteFailure } from '../persistence/transaction.ts';
import type { EngineParts, EngineSettings } from './engine.ts';
import { OutcomeUnknown, TryAgain } from './errors.ts';
import type { EngineObserver } from './observer.ts';
import { inTwo } from './parts.ts';
import type { Queued } from './queue.ts';
import { load, save } from './sources.ts';
import { Turns } from './turns.ts';
import type { BatchContext } from './use-case.ts';
import { WalletMemory } from './wallet-memory.ts';
import { Scope, type Reads, type WorkingSet } from './working-set.ts';

/** A command on its way: what it needs, what it decides, and whom to tell. */
export interface Job extends Queued {
  readonly reads: Reads;
  /** On the engine's own clock, in milliseconds. While it waits in the queue, until when it may be taken. */
  deadline: number;
  decide(work: Scope, context: BatchContext): unknown;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

/** Who follows a batch on its way. */
export interface Follower {
  /** It did not go through at the first attempt. */
  onTrouble(): void;
  /** These go on in parts, because something of them makes no headway. */
  onSplit(jobs: readonly Job[]): void;
  /** These have been told what became of them. */
  onDone(jobs: readonly Job[]): void;
}

interface Decided {
  readonly job: Job;
  /** Whether it wants to write something; if not, its answer rests on what was read alone. */
  readonly acts: boolean;
  /** Tells the job what became of it; kept back until that is durable. */
  settle(): void;
}

interface Failed {
  /** Which one it was. */
  readonly attempt: number;
  /** How many there are before the jobs are split. */
  readonly attemptsTogether: number;
  readonly error: unknown;
  readonly follower: Follower;
}

/** Until a batch is split: small ones collide less, and one that can never be written must not sink the others. */
const ATTEMPTS_TOGETHER = 4;
/** Until a part of a batch is split further: what is not to blame should wait as short as possible for what is. */
const ATTEMPTS_OF_A_PART = 2;
/** More transactions at once would wait for each other's connections. */
const MOST_PARTS_AT_ONCE = 8;
const LONGEST_PAUSE_MS = 250;

/** Takes batches from queue to commit: load, decide, write, and again when somebody else was faster. */
export class BatchRunner {
  readonly #parts: EngineParts;
  readonly #settings: EngineSettings;
  readonly #observer: EngineObserver;
  readonly #memory = new WalletMemory();
  readonly #answers = new Turns();
  /** How many parts of batches that were split are under way beside others. */
  #partsUnderWay = 0;

  constructor(parts: EngineParts, settings: EngineSettings, observer: EngineObserver) {
    this.#parts = parts;
    this.#settings = settings;
    this.#observer = observer;
  }

  /** Resolves once everybody has been told whose outcome is known. */
  told(): Promise<void> {
    return this.#answers.emptied();
  }

  /** Settles every job; never rejects itself. Tells its follower of every failure on the way. */
  async run(jobs: readonly Job[], follower: Follower): Promise<void> {
    const sure = new Set(jobs.filter((job) => job.reads.key === undefined));
    await this.#run(jobs, follower, sure, ATTEMPTS_TOGETHER);
  }

  /** Jobs that are `sure` have met a doubt, and see only what the database says now. */
  async #run(
    jobs: readonly Job[],
    follower: Follower,
    sure: Set<Job>,
    attemptsTogether: number,
  ): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const timely = this.#withoutLate(jobs, follower);
      if (timely.length === 0) return;
      const started = this.#parts.elapsed();
      let decided: readonly Decided[];
      try {
        decided = await this.#attempt(timely, sure);
      } catch (error) {
        follower.onTrouble();
        this.#doubt(timely, sure, error);
        const next = await this.#afterFailure(timely, { attempt, attemptsTogether, error, follower });
        if (next === 'SPLIT') await this.#split(timely, follower, sure);
        if (next !== 'TRY_AGAIN') return;
        continue;
      }
      const milliseconds = this.#parts.elapsed() - started;
      for (const { settle } of decided) this.#answers.take(settle);
      this.#observer.committed({ commands: timely.length, milliseconds, attempts: attempt });
      follower.onDone(timely);
      return;
    }
  }

  /** One round: reads, decides, writes. Returns what was decided once it is durable. */
  async #attempt(jobs: readonly Job[], sure: Set<Job>): Promise<readonly Decided[]> {
    const { database, stores, elapsed } = this.#parts;
    const [decided, set] = await this.#decide(jobs, sure);
    if (set.isChanged) {
      const last = Math.max(...jobs.map((job) => job.deadline));
      await inTransaction(
        database,
        (session) => save(stores, set, session),
        () => elapsed() < last,
      );
    }
    this.#memory.keep(set.wallets);
    this.#memory.proved();
    return decided;
  }

  /** Decides, and decides again on a fresh read as long as an answer that writes nothing rests on memory. */
  async #decide(jobs: readonly Job[], sure: Set<Job>): Promise<[readonly Decided[], WorkingSet]> {
    const { stores, policy, now } = this.#parts;
    for (;;) {
      const asking = jobs.map((job) => ({ reads: job.reads, isSure: sure.has(job) }));
      const set = await load(stores, asking, this.#memory);
      const decided = decideAll(jobs, set, { now: now(), policy });
      const doubtful = decided.filter(({ job, acts }) => !acts && !sure.has(job));
      if (doubtful.length === 0) return [decided, set];
      for (const { job } of doubtful) sure.add(job);
    }
  }

  #doubt(jobs: readonly Job[], sure: Set<Job>, error: unknown): void {
    if (error instanceof StaleRead && jobs.some((job) => !sure.has(job))) this.#memory.failed();
    for (const job of jobs) {
      sure.add(job);
      this.#memory.forget(job.reads.wallets ?? []);
    }
  }

  /** Gives up what has to be given up, or waits until it is time for the next attempt. */
  async #afterFailure(
    jobs: readonly Job[],
    { attempt, attemptsTogether, error, follower }: Failed,
  ): Promise<'TRY_AGAIN' | 'SPLIT' | 'GIVEN_UP'> {
    if (error instanceof CommitUnknown) {
      return this.#giveUp(jobs, new OutcomeUnknown({ cause: error }), follower);
    }
    const failure = failureOf(error);
    const attempts = jobs.length > 1 ? attemptsTogether : this.#settings.maxAttempts;
    if (failure === 'FATAL' || (attempt >= attempts && failure !== 'UNREACHABLE')) {
      if (jobs.length > 1) return 'SPLIT';
      const reason = 'others were changing the same wallet.';
      return this.#giveUp(
        jobs,
        failure === 'FATAL' ? error : new TryAgain(reason, { cause: error }),
        follower,
      );
    }
    await this.#pause(failure, attempt);
    return 'TRY_AGAIN';
  }

  /** What is not to blame goes through beside what is, unless both are about the same documents. */
  async #split(jobs: readonly Job[], follower: Follower, sure: Set<Job>): Promise<void> {
    follower.onSplit(jobs);
    const { parts, areApart } = inTwo(jobs);
    const run = (part: readonly Job[]) => this.#run(part, follower, sure, ATTEMPTS_OF_A_PART);
    const [first, second] = parts;
    if (!areApart || this.#partsUnderWay >= MOST_PARTS_AT_ONCE) {
      await run(first);
      await run(second);
      return;
    }
    this.#partsUnderWay += 1;
    await Promise.all([run(first), run(second)]);
    this.#partsUnderWay -= 1;
  }

  #giveUp(jobs: readonly Job[], error: unknown, follower: Follower): 'GIVEN_UP' {
    for (const job of jobs) job.reject(error);
    follower.onDone(jobs);
    return 'GIVEN_UP';
  }

  /** Waits longer each time, at random, so that processes which collided do not collide again. */
  async #pause(failure: Exclude<WriteFailure, 'FATAL'>, attempt: number): Promise<void> {
    this.#observer.retried(failure);
    // The first time it may just have been our memory.
    if (attempt === 1 && (failure === 'STALE_READ' || failure === 'DUPLICATE_KEY')) return;
    const ceiling =
      failure === 'UNREACHABLE' ? LONGEST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, 4 * 2 ** attempt);
    await sleep(ceiling * (0.5 + this.#parts.random() / 2));
  }

  #withoutLate(jobs: readonly Job[], follower: Follower): readonly Job[] {
    const now = this.#parts.elapsed();
    const late = jobs.filter((job) => job.deadline <= now);
    if (late.length === 0) return jobs;
    this.#giveUp(late, new TryAgain('the database did not answer in time.'), follower);
    return jobs.filter((job) => job.deadline > now);
  }
}

/** Decides one after another. A command whose decision throws leaves nothing behind. */
function decideAll(jobs: readonly Job[], set: WorkingSet, context: BatchContext): Decided[] {
  return jobs.map((job) => {
    const scope = new Scope(set);
    try {
      const answer = job.decide(scope, context);
      scope.accept();
      return { job, acts: scope.isChanged, settle: () => job.resolve(answer) };
    } catch (error) {
      return { job, acts: false, settle: () => job.reject(error) };
    }
  });
}
