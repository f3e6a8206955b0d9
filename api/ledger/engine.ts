import { StaleRead } from '../persistence/stores/document-store.ts';
import { BatchRunner, type Job } from './batch.ts';
import { defaultEngineSettings, type EngineParts, type EngineSettings } from './engine-parts.ts';
import { TryAgain } from './errors.ts';
import { silent, type EngineObserver } from './observer.ts';
import { CommandQueue, type Priority } from './queue.ts';
import { load, lockedBy } from './sources.ts';
import type { UseCase } from './use-case.ts';
import { WalletMemory } from './wallet-memory.ts';
import { Scope } from './working-set.ts';

/** A batch under way. */
interface Flight {
  readonly size: number;
  /** Whether it is in its first attempt, or tries again, or goes on in parts. */
  state: 'SMOOTH' | 'IN_TROUBLE' | 'SPLIT';
}

/** Batches that were split do not count among those in flight, up to this many: what is left of one may take its time. */
const MOST_SPLIT = 8;

/**
 * Makes commands durable, many in one transaction: a commit costs about the same for one change as for a hundred. An idle
 * engine commits a single command at once; under load a batch takes what has queued up meanwhile.
 */
export class Engine {
  readonly #parts: EngineParts;
  readonly #settings: EngineSettings;
  readonly #queue: CommandQueue<Job>;
  readonly #runner: BatchRunner;
  readonly #observer: EngineObserver;
  readonly #elapsed: () => number;
  readonly #flights = new Set<Flight>();
  #isPumpDue = false;
  #isStopping = false;
  #whenIdle: (() => void)[] = [];

  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#settings = { ...defaultEngineSettings, ...parts.settings };
    this.#observer = parts.observer ?? silent;
    this.#elapsed = parts.elapsed;
    this.#queue = new CommandQueue(this.#settings.queueCapacity);
    this.#runner = new BatchRunner(parts, this.#settings, this.#observer);
  }

  /** Whether commands are taken at present. */
  get isAccepting(): boolean {
    return !this.#isStopping && this.#queue.length < this.#settings.queueCapacity;
  }

  /**
   * Queues a command and answers once its outcome is durable. Refusals are answers. Rejects with `TryAgain` when this
   * call changed nothing, with `OutcomeUnknown` when only a retry with the same key can tell, and with what a broken `decide` throws.
   */
  submit<C, A>(useCase: UseCase<C, A>, command: C, priority: Priority = 'INTERACTIVE'): Promise<A> {
    const reads = useCase.reads(command);
    if (this.#isStopping) return Promise.reject(this.#runner.refusal({ reads }, 'the server is stopping.'));
    return new Promise<A>((resolve, reject) => {
      const job: Job = {
        priority,
        reads,
        locks: lockedBy(reads),
        deadline: this.#elapsed() + this.#patienceWith(priority),
        decide: (work, context) => useCase.decide(command, work, context),
        resolve: (answer) => resolve(answer as A),
        reject,
      };
      if (!this.#queue.add(job)) {
        return reject(this.#runner.refusal(job, 'the server is too busy at the moment.'));
      }
      this.#observer.queued(this.#queue.length);
      this.#pumpSoon();
    });
  }

  /**
   * What a command would answer now. Reads and decides like `submit` and writes nothing. Reads again where something moved
   * between two of its reads, and rejects with `TryAgain` where that never ends.
   */
  async preview<C, A>(useCase: UseCase<C, A>, command: C): Promise<A> {
    const { stores, policy, now } = this.#parts;
    const asking = [{ reads: useCase.reads(command), isSure: true }];
    for (let attempt = 1; attempt <= this.#settings.maxAttempts; attempt += 1) {
      try {
        const set = await load(stores, asking, new WalletMemory());
        return useCase.decide(command, new Scope(set), { now: now(), policy });
      } catch (error) {
        if (!(error instanceof StaleRead)) throw error;
      }
    }
    throw new TryAgain('others were changing the same wallet.');
  }

  /** Takes no more commands and returns when all that were taken have their answer. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    if (!this.#isIdle) await new Promise<void>((resolve) => this.#whenIdle.push(resolve));
    await this.#runner.told();
  }

  /** Commands that arrive in the same turn of the event loop share a batch; nobody waits longer than that. */
  #pumpSoon(): void {
    if (this.#isPumpDue) return;
    this.#isPumpDue = true;
    setImmediate(() => {
      this.#isPumpDue = false;
      this.#pump();
    });
  }

  #pump(): void {
    while (this.#mayStart()) {
      const jobs = this.#queue.take(this.#settings.batchSize);
      if (jobs.length === 0) break;
      this.#start(jobs);
    }
    this.#observer.queued(this.#queue.length);
    if (this.#isIdle) this.#tellIdle();
  }

  /**
   * Beside a batch under way a smaller one would cost a commit of its own for little; it waits until it is as large, or the
   * other is done. It does not wait for one that has met trouble, which may take long.
   */
  #mayStart(): boolean {
    const { batchesInFlight } = this.#settings;
    const flights = [...this.#flights];
    const whole = flights.filter(({ state }) => state !== 'SPLIT');
    if (whole.length >= batchesInFlight || flights.length >= batchesInFlight + MOST_SPLIT) return false;
    const sizes = whole.map(({ size, state }) => (state === 'SMOOTH' ? size : 0));
    return this.#queue.length >= Math.max(1, ...sizes);
  }

  #start(jobs: readonly Job[]): void {
    this.#beginDeadlines(jobs);
    const flight: Flight = { size: jobs.length, state: 'SMOOTH' };
    this.#flights.add(flight);
    const running = this.#runner.run(jobs, {
      onTrouble: () => {
        if (flight.state === 'SMOOTH') flight.state = 'IN_TROUBLE';
        this.#pumpSoon();
      },
      onSplit: (left) => {
        flight.state = 'SPLIT';
        this.#queue.trouble(left);
        this.#pumpSoon();
      },
      onDone: (done) => {
        this.#queue.release(done);
        this.#pumpSoon();
      },
    });
    void running.finally(() => {
      this.#flights.delete(flight);
      this.#pumpSoon();
    });
  }

  /** Nobody waits for background work, so its time begins when its turn has come. */
  #beginDeadlines(jobs: readonly Job[]): void {
    for (const job of jobs) {
      if (job.priority === 'INTERACTIVE') continue;
      const now = this.#elapsed();
      if (job.deadline > now) job.deadline = now + this.#settings.deadlineMs;
    }
  }

  #patienceWith(priority: Priority): number {
    return priority === 'INTERACTIVE' ? this.#settings.deadlineMs : this.#settings.backgroundWaitMs;
  }

  get #isIdle(): boolean {
    return this.#flights.size === 0 && this.#queue.length === 0;
  }

  #tellIdle(): void {
    const told = this.#whenIdle;
    this.#whenIdle = [];
    for (const tell of told) tell();
  }
}
