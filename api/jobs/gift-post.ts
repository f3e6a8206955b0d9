import type { MailCarrier } from '../mail/mail.ts';
import type { App } from '../services/app.ts';
import { sendDueGifts } from '../services/send-due-gifts.ts';
import { Recurring } from './recurring.ts';

export interface GiftPostParts {
  readonly app: App;
  readonly carrier: MailCarrier;
  /** The wait between two looks, in milliseconds. */
  readonly intervalMs: number;
  readonly onSent: (sent: number) => void;
  readonly onError: (error: unknown) => void;
}

/** Sends gifts at their minute while the server runs. Of several processes one does so at a time. */
export class GiftPost {
  readonly #parts: GiftPostParts;
  readonly #recurring: Recurring;

  constructor(parts: GiftPostParts) {
    this.#parts = parts;
    const { intervalMs: pauseMs, onError } = parts;
    this.#recurring = new Recurring({ work: (signal) => this.#look(signal), pauseMs, onError });
  }

  start(): void {
    this.#recurring.start();
  }

  /** Ends after the mail that is being sent. */
  async stop(): Promise<void> {
    await this.#recurring.stop();
  }

  async #look(signal: AbortSignal): Promise<number> {
    const { app, carrier, intervalMs, onSent, onError } = this.#parts;
    const run = await app.stores.leases.whileFree('send-gifts', () => sendDueGifts(app, carrier, signal));
    run?.failures.forEach(onError);
    if (run && run.sent > 0) onSent(run.sent);
    return intervalMs;
  }
}
