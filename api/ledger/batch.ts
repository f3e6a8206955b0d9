import { setTimeout as sleep } from 'node:timers/promises';
import { endDeadSessions } from '../persistence/processes/end-dead-sessions.ts';
import { StaleRead } from '../persistence/stores/document-store.ts';
import { CommitUnknown, failureOf, inTransaction, type WriteFailure } from '../persistence/transaction.ts';
import { mayDecide, type Trust } from './clock.ts';
import { ConflictWatch } from './conflict-watch.ts';
import type { EngineParts, EngineSettings } from './engine-parts.ts';
import { OutcomeUnknown, TryAgain } from './errors.ts';
import type { EngineObserver } from './observer.ts';
import { inTwo } from './parts.ts';
import { RecentKeys } from './recent-keys.ts';
import { Repeats } from './repeats.ts';
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
  /** Whether it writes what vouches for all that it went by; if not, its answer rests on what was read alone. */
  readonly isVouched: boolean;
  /** The key under which nothing has happened yet, so that the answer holds only if nothing can happen any more. */
  readonly unproven: string | undefined;
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
/** Of each of these somebody may still wait to hear. */
const MOST_UNSETTLED = 20_000;

/** Takes batches from queue to commit: load, decide, write, and again when somebody else was faster. */
export class BatchRunner {
  readonly #parts: EngineParts;
  readonly #settings: EngineSettings;
  readonly #observer: EngineObserver;
  readonly #memory = new WalletMemory();
  readonly #answers = new Turns();
  readonly #repeats = new Repeats();
  /** Keys of which nobody knows whether they have acted, or something is still under way. */
  readonly #unsettled = new RecentKeys(MOST_UNSETTLED);
  readonly #conflicts: ConflictWatch<Job>;
  /** How many parts of batches that were split are under way beside others. */
  #partsUnderWay = 0;

  constructor(parts: EngineParts, settings: EngineSettings, observer: EngineObserver) {
    this.#parts = parts;
    this.#settings = settings;
    this.#observer = observer;
    this.#conflicts = new ConflictWatch(() => endDeadSessions(parts.database), parts.elapsed);
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

  /** Why a job cannot be tried, or not any longer: what became of an earlier call with its key is not for this one to say. */
  refusal({ reads: { key } }: Pick<Job, 'reads'>, reason: string, options?: ErrorOptions): Error {
    const isUnsettled = key !== undefined && this.#unsettled.has(key);
    return isUnsettled ? new OutcomeUnknown(options) : new TryAgain(reason, options);
  }

  #observed(jobs: readonly Job[], sure: Set<Job>): Promise<readonly Decided[]> {
    const { aroundBatch } = this.#observer;
    return aroundBatch
      ? aroundBatch(jobs.length, () => this.#attempt(jobs, sure))
      : this.#attempt(jobs, sure);
  }

  /** Jobs that are `sure` have met a doubt, and see only what the database says now. */
  async #run(
    jobs: readonly Job[],
    follower: Follower,
    sure: Set<Job>,
    attemptsTogether: number,
  ): Promise<void> {
    let open = jobs;
    for (let attempt = 1; ; attempt += 1) {
      open = this.#withoutLate(open, follower);
      if (open.length === 0) return;
      const started = this.#parts.elapsed();
      try {
        const decided = await this.#observed(open, sure);
        const milliseconds = this.#parts.elapsed() - started;
        this.#observer.committed({ commands: open.length, milliseconds, attempts: attempt });
        open = await this.#tell(decided, follower);
        if (open.length === 0) return;
        follower.onTrouble();
        await this.#pause('DUPLICATE_KEY', attempt);
      } catch (error) {
        // What could be told has been: only those are left that have to be decided again.
        open = error instanceof NotProven ? error.jobs : open;
        const cause = error instanceof NotProven ? error.cause : error;
        follower.onTrouble();
        this.#doubt(open, sure, cause);
        const next = await this.#afterFailure(open, { attempt, attemptsTogether, error: cause, follower });
        if (next === 'SPLIT') await this.#split(open, follower, sure);
        if (next !== 'TRY_AGAIN') return;
      }
    }
  }

  /**
   * Tells what was decided. Where nothing was done under a key, that holds only when no earlier call with it can still be
   * committed; those of which it is not certain are returned, to be decided again.
   */
  async #tell(decided: readonly Decided[], follower: Follower): Promise<readonly Job[]> {
    const unproven = decided.filter((each) => each.unproven !== undefined);
    this.#settle(
      unproven.length === 0 ? decided : decided.filter((each) => !unproven.includes(each)),
      follower,
    );
    if (unproven.length === 0) return [];
    const jobs = unproven.map(({ job }) => job);
    const keys = new Set(unproven.flatMap(({ unproven: key }) => key ?? []));
    const contested = await this.#parts.stores.journal.contested([...keys]).catch((error: unknown) => {
      throw new NotProven(jobs, error);
    });
    this.#settle(
      unproven.filter(({ unproven: key }) => !contested.has(key ?? '')),
      follower,
    );
    for (const key of contested) this.#unsettled.keep(key);
    return jobs.filter(({ reads: { key } }) => contested.has(key ?? ''));
  }

  #settle(decided: readonly Decided[], follower: Follower): void {
    if (!this.#unsettled.isEmpty) for (const { job } of decided) this.#unsettled.forget(job.reads.key ?? '');
    for (const { settle } of decided) this.#answers.take(settle);
    follower.onDone(decided.map(({ job }) => job));
  }

  /** One round: reads, decides, writes. Returns what was decided once it is durable. */
  async #attempt(jobs: readonly Job[], sure: Set<Job>): Promise<readonly Decided[]> {
    const { database, stores, elapsed } = this.#parts;
    await this.#findRepeats(jobs, sure);
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
    this.#repeats.proved();
    for (const { job, unproven } of decided) {
      if (job.reads.key !== undefined && unproven === undefined) this.#repeats.note(job.reads.key);
    }
    return decided;
  }

  /** Commands whose key has acted, as far as that can be known before, are answered from the journal. */
  async #findRepeats(jobs: readonly Job[], sure: Set<Job>): Promise<void> {
    const open = jobs.filter((job) => !sure.has(job));
    for (const job of open) if (this.#repeats.isKnown(job.reads.key ?? '')) sure.add(job);
    if (!this.#repeats.areExpected) return;
    const asking = open.filter((job) => !sure.has(job));
    if (asking.length === 0) return;
    const found = new Set(
      await this.#parts.stores.journal.existing(asking.flatMap(({ reads }) => reads.key ?? [])),
    );
    for (const job of asking) if (found.has(job.reads.key ?? '')) sure.add(job);
  }

  /** Decides, and decides again on a fresh read as long as an answer that writes nothing rests on memory. */
  async #decide(jobs: readonly Job[], sure: Set<Job>): Promise<[readonly Decided[], WorkingSet]> {
    const { stores, policy, now, trust = () => 'FULL' } = this.#parts;
    for (;;) {
      const asking = jobs.map((job) => ({ reads: job.reads, isSure: sure.has(job) }));
      const set = await load(stores, asking, this.#memory);
      const decided = decideAll(jobs, set, { now: now(), policy }, trust());
      const doubtful = decided.filter(({ job, isVouched }) => !isVouched && !sure.has(job));
      if (doubtful.length === 0) return [decided, set];
      for (const { job } of doubtful) sure.add(job);
    }
  }

  #doubt(jobs: readonly Job[], sure: Set<Job>, error: unknown): void {
    if (error instanceof StaleRead && jobs.some((job) => !sure.has(job))) this.#memory.failed();
    if (failureOf(error) === 'DUPLICATE_KEY') this.#repeats.surprised();
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
      for (const { reads } of jobs) if (reads.key !== undefined) this.#unsettled.keep(reads.key);
      return this.#giveUp(jobs, new OutcomeUnknown({ cause: error }), follower);
    }
    const failure = failureOf(error);
    if (failure === 'TRANSIENT') this.#conflicts.met(jobs);
    const attempts = jobs.length > 1 ? attemptsTogether : this.#settings.maxAttempts;
    if (failure === 'FATAL' || (attempt >= attempts && failure !== 'UNREACHABLE')) {
      if (jobs.length > 1) return 'SPLIT';
      if (failure === 'FATAL') return this.#giveUp(jobs, error, follower);
      return this.#abandon(jobs, 'others were changing the same wallet.', follower, { cause: error });
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

  #abandon(jobs: readonly Job[], reason: string, follower: Follower, options?: ErrorOptions): 'GIVEN_UP' {
    for (const job of jobs) job.reject(this.refusal(job, reason, options));
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
    this.#abandon(late, 'the database did not answer in time.', follower);
    return jobs.filter((job) => job.deadline > now);
  }
}

/** Whether anything can still come of the keys of these jobs could not be found out. */
class NotProven extends Error {
  readonly jobs: readonly Job[];

  constructor(jobs: readonly Job[], cause: unknown) {
    super('It could not be found out whether a key is still under way.', { cause });
    this.name = 'NotProven';
    this.jobs = jobs;
  }
}

/** Decides one after another. A command whose decision throws leaves nothing behind. */
function decideAll(jobs: readonly Job[], set: WorkingSet, context: BatchContext, trust: Trust): Decided[] {
  return jobs.map((job) => {
    const scope = new Scope(set);
    try {
      mayDecide(job.reads, set, context.now, trust);
      const answer = job.decide(scope, context);
      scope.accept();
      const acts = scope.isChanged;
      const { key } = job.reads;
      const unproven = acts || key === undefined || set.entry(key) ? undefined : key;
      // The guard of its wallets vouches for an entry, and for nothing that is written elsewhere without one.
      const isVouched = acts && (key === undefined || scope.entry(key) !== undefined);
      return { job, isVouched, unproven, settle: () => job.resolve(answer) };
    } catch (error) {
      return { job, isVouched: false, unproven: undefined, settle: () => job.reject(error) };
    }
  });
}
