import type { Mail, MailCarrier, MailObserver, Outbox } from './mail.ts';

export interface MailQueueParts {
  readonly carrier: MailCarrier;
  readonly observer: MailObserver;
  /** How many mails may wait for their turn. */
  readonly capacity: number;
  /** Resolves after so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
}

const AT_ONCE = 2;
/** Before each further attempt. A mail server that asks to be tried again often means seconds. */
const PAUSES_MS = [2_000, 10_000];

/**
 * Mails on their way. Whoever posts one goes on at once, whatever the mail server does; so neither a slow one nor a dead one is
 * felt by callers, and no answer takes longer because there was somebody to write to.
 */
export class MailQueue implements Outbox {
  readonly #parts: MailQueueParts;
  readonly #waiting: Mail[] = [];
  readonly #carrying = new Set<Promise<void>>();
  #isStopping = false;
  #hurry: () => void = () => {};
  readonly #hurried = new Promise<void>((resolve) => (this.#hurry = resolve));

  constructor(parts: MailQueueParts) {
    this.#parts = parts;
  }

  /** Never waits and never throws. A mail that finds the queue full is dropped, which is counted. */
  post(mail: Mail): void {
    if (this.#waiting.length >= this.#parts.capacity) return this.#parts.observer.mail('DROPPED');
    this.#waiting.push(mail);
    this.#goOn();
  }

  /** Tries once more whatever waits, and returns when that is over. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#hurry();
    while (this.#carrying.size > 0) await Promise.all(this.#carrying);
  }

  #goOn(): void {
    while (this.#carrying.size < AT_ONCE) {
      const mail = this.#waiting.shift();
      if (!mail) return;
      const carried = this.#carry(mail).finally(() => {
        this.#carrying.delete(carried);
        this.#goOn();
      });
      this.#carrying.add(carried);
    }
  }

  async #carry(mail: Mail): Promise<void> {
    const { carrier, observer, pause } = this.#parts;
    for (let attempt = 0; ; attempt += 1) {
      try {
        await carrier.carry(mail);
        return observer.mail('SENT');
      } catch (error) {
        const pauseMs = this.#isStopping ? undefined : PAUSES_MS[attempt];
        if (pauseMs === undefined) return observer.mail('FAILED', error);
        await Promise.race([pause(pauseMs), this.#hurried]);
      }
    }
  }
}
