import type { App } from '../services/app.ts';
import { giveShortCodes } from '../services/give-short-codes.ts';
import { Recurring } from './recurring.ts';

export interface ShortCodeJobParts {
  readonly app: App;
  /** The wait between two pages, in milliseconds. */
  readonly pageMs: number;
  /** The wait once nothing is left to do, in milliseconds. */
  readonly roundMs: number;
  /** How many were given codes, once nothing is left to do. */
  readonly onGiven: (given: number) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Gives codes to wallets of older versions while the server runs, a page at a time. Nobody waits for that: whoever asks for a
 * reference of a wallet that has none yet is given its code at once.
 */
export class ShortCodeJob {
  readonly #parts: ShortCodeJobParts;
  readonly #recurring: Recurring;
  #after = '';
  #given = 0;

  constructor(parts: ShortCodeJobParts) {
    this.#parts = parts;
    const { roundMs: pauseMs, onError } = parts;
    this.#recurring = new Recurring({ work: () => this.#givePage(), pauseMs, onError });
  }

  start(): void {
    this.#recurring.start();
  }

  /** Ends after the page that is being given. */
  async stop(): Promise<void> {
    await this.#recurring.stop();
  }

  async #givePage(): Promise<number> {
    const { app, pageMs, roundMs, onGiven } = this.#parts;
    const page = await app.stores.leases.whileFree('give-short-codes', () =>
      giveShortCodes(app, this.#after),
    );
    // Another process is at it: where that goes on there is nothing left to do soon, and where it dies somebody has to go on.
    if (!page) return pageMs;
    this.#given += page.given;
    this.#after = page.next ?? '';
    if (page.next !== null) return pageMs;
    if (this.#given > 0) onGiven(this.#given);
    this.#given = 0;
    return roundMs;
  }
}
