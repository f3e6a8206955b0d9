import type { App } from '../services/app.ts';
import { pollTopUps, type Polled } from '../services/poll-top-up.ts';

export interface TopUpPollerParts {
  readonly app: App;
  /** The wait between two looks, in milliseconds. */
  readonly intervalMs: number;
  readonly newRequestId: () => string;
  readonly onRun: (run: Polled) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Looks after top-ups while the server runs. Several processes may do so at once: each settlement happens once, whoever
 * learns of it. A failed run is reported, and the next one takes up what it left.
 */
export class TopUpPoller {
  readonly #parts: TopUpPollerParts;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(parts: TopUpPollerParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Ends after the top-up that is being looked at. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    const { app, intervalMs, newRequestId, onRun, onError } = this.#parts;
    try {
      const run = await pollTopUps(app, newRequestId(), () => this.#isStopped);
      run.failures.forEach(onError);
      onRun(run);
    } catch (error) {
      onError(error);
    }
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => this.start(), intervalMs).unref();
  }
}
