import type { App } from '../services/app.ts';
import { expireCredits, type Expired, type ExpiryRunTerms } from '../services/expire-credits.ts';
import { expireGiftCards } from '../services/expire-gift-cards.ts';
import { BackOff } from './back-off.ts';
import { Recurring } from './recurring.ts';

export interface ExpiryRun extends Expired {
  /** How long the oldest of them had been due, in seconds; 0 when nothing was. */
  readonly lagSeconds: number;
  /** Gift cards that expired. */
  readonly giftCards: number;
}

export interface ExpiryJobParts {
  readonly app: App;
  /** The longest wait between two looks, in milliseconds. */
  readonly intervalMs: number;
  readonly newRequestId: () => string;
  /** `failing` is how many wallets failed when they were last tried. */
  readonly onRun: (run: ExpiryRun & { readonly failing: number }) => void;
  readonly onError: (error: unknown) => void;
}

const SHORTEST_PAUSE_MS = 1_000;
/** How soon it is looked whether the process that is at it has done it, or is gone. */
const LOOK_AGAIN_MS = 5_000;

/** One look at what is due: books it and says how late it was. */
export async function runExpiry(app: App, requestId: string, terms?: ExpiryRunTerms): Promise<ExpiryRun> {
  const soonest = await app.stores.wallets.soonestExpiry();
  const lag = soonest === null ? 0 : Math.max(0, app.now() - soonest);
  const expired = await expireCredits(app, requestId, terms);
  const giftCards = await expireGiftCards(app, requestId, terms?.signal);
  return { ...expired, lagSeconds: lag / 1_000, giftCards };
}

/**
 * Books expiries while the server runs: at once, when the next credit falls due, and at least once an interval. Of several
 * processes one does it at a time. A wallet that fails is tried again later and later, and keeps no other waiting. A failed
 * run is reported and tried again at the next; nothing is spendable meanwhile that should not be, because no reading counts
 * due lots.
 */
export class ExpiryJob {
  readonly #parts: ExpiryJobParts;
  readonly #recurring: Recurring;
  readonly #backOff = new BackOff();

  constructor(parts: ExpiryJobParts) {
    this.#parts = parts;
    const { intervalMs: pauseMs, onError } = parts;
    this.#recurring = new Recurring({ work: (signal) => this.#look(signal), pauseMs, onError });
  }

  start(): void {
    this.#recurring.start();
  }

  /** Ends after the page that is being booked. */
  async stop(): Promise<void> {
    await this.#recurring.stop();
  }

  /** Returns how long to wait for the next look, in milliseconds. */
  async #look(signal: AbortSignal): Promise<number> {
    const { app, intervalMs } = this.#parts;
    const run = await app.stores.leases.whileFree('expire-credits', () => this.#book(signal));
    if (!run) return Math.min(intervalMs, LOOK_AGAIN_MS);
    const now = app.now();
    const { wallets, giftCards } = app.stores;
    const soonest = await Promise.all([wallets.soonestExpiry(now), giftCards.soonestEnd(now)]);
    const next = [...soonest, this.#backOff.next];
    const waits = next.flatMap((at) => (at === null ? [] : [at - now + 1]));
    return Math.min(intervalMs, Math.max(SHORTEST_PAUSE_MS, Math.min(...waits)));
  }

  async #book(signal: AbortSignal): Promise<ExpiryRun> {
    const { app, newRequestId, onRun } = this.#parts;
    const isHeldBack = (walletId: string) => this.#backOff.isHeld(walletId, app.now());
    const run = await runExpiry(app, newRequestId(), { signal, isHeldBack });
    const failed = new Set(run.failures.map(({ walletId }) => walletId));
    if (!signal.aborted) this.#backOff.keepOnly(failed, app.now());
    for (const walletId of failed) this.#backOff.failed(walletId, app.now());
    onRun({ ...run, failing: this.#backOff.size });
    return run;
  }
}
