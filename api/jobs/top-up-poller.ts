import type { App } from '../services/app.ts';
import { PAGE, pollTopUps, type Polled } from '../services/poll-top-up.ts';
import { Recurring } from './recurring.ts';

export interface TopUpPollerParts {
  readonly app: App;
  /** The wait between two looks, in milliseconds. */
  readonly intervalMs: number;
  readonly newRequestId: () => string;
  readonly onRun: (run: Polled) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Looks after top-ups while the server runs. Of several processes one does so at a time; should two, each settlement happens
 * once, whoever learns of it. A failed run is reported, and the next one takes up what it left.
 */
export class TopUpPoller {
  readonly #parts: TopUpPollerParts;
  readonly #recurring: Recurring;

  constructor(parts: TopUpPollerParts) {
    this.#parts = parts;
    const { intervalMs: pauseMs, onError } = parts;
    this.#recurring = new Recurring({ work: (signal) => this.#look(signal), pauseMs, onError });
  }

  start(): void {
    this.#recurring.start();
  }

  /** Ends at once where it waits for the provider, else after the top-up that is being settled. */
  async stop(): Promise<void> {
    await this.#recurring.stop();
  }

  async #look(signal: AbortSignal): Promise<number> {
    const { app, intervalMs, newRequestId, onRun, onError } = this.#parts;
    const run = await app.stores.leases.whileFree('poll-top-ups', () =>
      pollTopUps(app, newRequestId(), signal),
    );
    run?.failures.forEach(onError);
    if (run) onRun(run);
    // Where something fails, the next look takes its time, whatever is left.
    const hasMore = run !== null && (run.asked === PAGE || run.resumed === PAGE);
    return hasMore && run.failures.length === 0 ? 0 : intervalMs;
  }
}
