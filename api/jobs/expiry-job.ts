import type { Instant } from '../domain/calendar.ts';
import type { App } from '../services/app.ts';
import { expireCredits, type Expired } from '../services/expire-credits.ts';

export interface ExpiryRun extends Expired {
  /** How long the oldest of them had been due, in seconds; 0 when nothing was. */
  readonly lagSeconds: number;
}

export interface ExpiryJobParts {
  readonly app: App;
  /** The longest wait between two looks, in milliseconds. */
  readonly intervalMs: number;
  readonly newRequestId: () => string;
  readonly onRun: (run: ExpiryRun) => void;
  readonly onError: (error: unknown) => void;
}

const SHORTEST_PAUSE_MS = 1_000;

/** One look at what is due: books it and says how late it was. */
export async function runExpiry(app: App, requestId: string, isStopped?: () => boolean): Promise<ExpiryRun> {
  const soonest = await app.stores.wallets.soonestExpiry();
  const lag = soonest === null ? 0 : Math.max(0, app.now() - soonest);
  const expired = await expireCredits(app, requestId, isStopped);
  return { ...expired, lagSeconds: lag / 1_000 };
}

/**
 * Books expiries while the server runs: at once, when the next credit falls due, and at least once an interval. A failed run is
 * reported and tried again at the next; nothing is spendable meanwhile that should not be, because no reading counts due lots.
 */
export class ExpiryJob {
  readonly #parts: ExpiryJobParts;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(parts: ExpiryJobParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Ends after the page that is being booked. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    const { app, newRequestId, onRun, onError } = this.#parts;
    let pause = this.#parts.intervalMs;
    try {
      onRun(await runExpiry(app, newRequestId(), () => this.#isStopped));
      pause = this.#untilNext(await app.stores.wallets.soonestExpiry());
    } catch (error) {
      onError(error);
    }
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => this.start(), pause).unref();
  }

  #untilNext(soonest: Instant | null): number {
    const { app, intervalMs } = this.#parts;
    const wait = soonest === null ? intervalMs : soonest - app.now() + 1;
    return Math.min(intervalMs, Math.max(SHORTEST_PAUSE_MS, wait));
  }
}
