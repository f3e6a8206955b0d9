import type { App } from '../services/app.ts';
import { lookForRefunds } from '../services/look-for-refunds.ts';
import { Recurring } from './recurring.ts';

export interface RefundFinderParts {
  readonly app: App;
  /** The wait between two rounds, in milliseconds. */
  readonly roundMs: number;
  /** The wait between two pages of a round, in milliseconds. */
  readonly pageMs: number;
  readonly newRequestId: () => string;
  readonly onFound: (found: number) => void;
  readonly onError: (error: unknown) => void;
}

/** Looks through the provider's refunds while the server runs, a page at a time, each as often as any other. */
export class RefundFinder {
  readonly #parts: RefundFinderParts;
  readonly #recurring: Recurring;
  #next = 0;

  constructor(parts: RefundFinderParts) {
    this.#parts = parts;
    const { roundMs: pauseMs, onError } = parts;
    this.#recurring = new Recurring({ work: () => this.#look(), pauseMs, onError });
  }

  start(): void {
    this.#recurring.start();
  }

  /** Ends after the refund that is being noted. */
  async stop(): Promise<void> {
    await this.#recurring.stop();
  }

  async #look(): Promise<number> {
    const { app, roundMs, pageMs, newRequestId, onFound } = this.#parts;
    const run = await app.stores.leases.whileFree('find-refunds', () =>
      lookForRefunds(app, this.#next, newRequestId()),
    );
    if (run) this.#next = run.next;
    if (run && run.found > 0) onFound(run.found);
    return run && run.next > 0 ? pageMs : roundMs;
  }
}
