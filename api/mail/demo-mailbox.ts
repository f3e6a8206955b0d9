import type { Instant } from '../domain/calendar.ts';
import type { Mail, MailCarrier } from './mail.ts';

export interface ReceivedMail extends Mail {
  readonly at: Instant;
}

/** More than anybody looks through; beyond it the oldest goes. */
const MOST_KEPT = 50;

/** Where a demo's mails end: in the memory of its process, for everybody who plays with it to see. */
export class DemoMailbox implements MailCarrier {
  readonly #now: () => Instant;
  readonly #mails: ReceivedMail[] = [];

  constructor(now: () => Instant) {
    this.#now = now;
  }

  async carry(mail: Mail): Promise<void> {
    this.#mails.unshift({ ...mail, at: this.#now() });
    this.#mails.splice(MOST_KEPT);
  }

  /** The newest first. */
  get mails(): readonly ReceivedMail[] {
    return this.#mails;
  }
}
