import type { App } from '../services/app.ts';
import { runJobs } from '../services/run-job.ts';
import { Recurring } from './recurring.ts';

export interface JobRunnerParts {
  readonly app: App;
  /** The wait where nothing is to be done, in milliseconds. */
  readonly lookMs: number;
  readonly onError: (error: unknown) => void;
}

/**
 * Works through files of rows while the server runs, a part at a time, in one process for all. What is cut off goes on with the
 * part that was not done, here or in another process.
 */
export class JobRunner {
  readonly #parts: JobRunnerParts;
  readonly #recurring: Recurring;

  constructor(parts: JobRunnerParts) {
    this.#parts = parts;
    const { lookMs: pauseMs, onError } = parts;
    this.#recurring = new Recurring({ work: (signal) => this.#run(signal), pauseMs, onError });
  }

  start(): void {
    this.#recurring.start();
  }

  /** Ends after the part that is being done. */
  async stop(): Promise<void> {
    await this.#recurring.stop();
  }

  async #run(signal: AbortSignal): Promise<number> {
    const { app, lookMs } = this.#parts;
    await app.stores.leases.whileFree('run-jobs', async () => {
      while (!signal.aborted && (await runJobs(app)));
    });
    return lookMs;
  }
}
