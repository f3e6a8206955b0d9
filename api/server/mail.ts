import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Instant } from '../domain/calendar.ts';
import { DemoMailbox } from '../mail/demo-mailbox.ts';
import type { MailCarrier, MailObserver, Outbox } from '../mail/mail.ts';
import { MailQueue } from '../mail/mail-queue.ts';
import { openSmtpCarrier } from '../mail/smtp-carrier.ts';
import type { Config } from './config.ts';
import type { Metrics } from './observability/metrics.ts';

/** How mails leave the server. */
export interface Post {
  readonly outbox: Outbox;
  /** Takes a mail over at once, for whoever has to know that it was. */
  readonly carrier: MailCarrier;
  /** Where a demo's mails can be read; null when a mail server takes them. */
  readonly mailbox: DemoMailbox | null;
  /** Tries once more whatever waits. */
  stop(): Promise<void>;
}

export interface PostParts {
  readonly now: () => Instant;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/** Mails go to the configured mail server, in a demo without one to its mailbox, and nowhere else: then there is no post. */
export async function openPost({ mail, isDemo }: Config, parts: PostParts): Promise<Post | null> {
  const mailbox = isDemo && !mail.smtp ? new DemoMailbox(parts.now) : null;
  const carrier = mail.smtp ? await openSmtpCarrier(mail.smtp) : mailbox;
  if (!carrier) return null;
  const queue = new MailQueue({
    ...{ carrier, capacity: mail.queue, observer: mailObserver(parts) },
    pause: (ms) => sleep(ms, undefined, { ref: false }),
  });
  return { outbox: queue, carrier, mailbox, stop: () => queue.stop() };
}

function mailObserver({ metrics, logger }: Pick<PostParts, 'metrics' | 'logger'>): MailObserver {
  return {
    mail(outcome, error) {
      metrics.mail(outcome);
      if (outcome === 'DROPPED') logger.warn('A mail was dropped: too many were waiting');
      // What a mail server says in full names whom the mail was for.
      if (outcome === 'FAILED') logger.warn(factsOf(error), 'A mail could not be handed over');
    },
  };
}

function factsOf(error: unknown): { readonly code: string; readonly answer: number | null } {
  const { code, responseCode } = (error ?? {}) as {
    readonly code?: unknown;
    readonly responseCode?: unknown;
  };
  return {
    code: typeof code === 'string' ? code : 'UNKNOWN',
    answer: typeof responseCode === 'number' ? responseCode : null,
  };
}
