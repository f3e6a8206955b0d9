/** A letter to one person. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same as a page, for who reads such; left out, there is none. */
  readonly html?: string;
}

/** Takes mails to where they are read. */
export interface MailCarrier {
  /** Rejects when the mail was not taken. */
  carry(mail: Mail): Promise<void>;
}

/** Where the server leaves mails. Nobody who does waits for them, or learns what became of them. */
export interface Outbox {
  post(mail: Mail): void;
}

/** What became of a mail: taken over, given up, or not even tried because too many were waiting. */
export type MailOutcome = 'SENT' | 'FAILED' | 'DROPPED';

/** Told how it goes with mails. Neither whom a mail is for nor what it says is ever told. */
export interface MailObserver {
  mail(outcome: MailOutcome, error?: unknown): void;
}
