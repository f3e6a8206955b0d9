import type { App } from '../services/app.ts';
import { runJobs, type RowsDone } from '../services/run-job.ts';
import { BackOff } from './back-off.ts';
import { Recurring } from './recurring.ts';

export interface JobRunnerParts {
  readonly app: App;
  /** The wait where nothing is to be done, in milliseconds. */
  readonly lookMs: number;
  readonly onRows?: (rows: RowsDone) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Works through files of rows while the server runs, a part at a time, in one process for all. What is cut off goes on with the
 * part that was not done, here or in another process; a job that fails is left alone for a while, ever longer.
 */
export class JobRunner {
  readonly #parts: JobRunnerParts;
  readonly #recurring: Recurring;
  readonly #backOff = new BackOff();

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
    const { app, lookMs, onError, onRows } = this.#parts;
    await app.stores.leases.whileFree('run-jobs', async () => {
      for (let parts = 1; parts > 0 && !signal.aborted;) {
        const run = await runJobs(app, {
          isHeld: (jobId) => this.#backOff.isHeld(jobId, app.now()),
          ...(onRows && { onRows }),
        });
        for (const { jobId, error } of run.failures) {
          this.#backOff.failed(jobId, app.now());
          onError(error);
        }
        this.#backOff.keepOnly(new Set(run.failures.map(({ jobId }) => jobId)), app.now());
        ({ parts } = run);
      }
    });
    return lookMs;
  }
}
