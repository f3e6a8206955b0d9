import { withMailBegun, withMailSent, type Gift } from '../domain/gift-card/gift.ts';
import type { UseCase } from '../ledger/use-case.ts';
import { giftMail } from '../mail/gift-mail.ts';
import type { MailCarrier } from '../mail/mail.ts';
import type { App } from './app.ts';
import { giftToken } from './gift-links.ts';

export interface SentMails {
  readonly sent: number;
  /** What went wrong with single ones; they do not keep the others waiting. */
  readonly failures: readonly unknown[];
}

interface Due {
  readonly giftId: string;
  /** What was seen of it: whoever else saw the same comes too late. */
  readonly version: number;
}

/** Of several processes one begins with a mail; should it die, the next try comes soon. */
const begin: UseCase<Due, Gift | null> = {
  name: 'beginGiftMail',
  reads: ({ giftId }) => ({ gifts: [giftId] }),
  decide: ({ giftId, version }, work, { now }) => {
    const gift = work.get('gifts', giftId);
    if (!gift || gift.version !== version || gift.mailAt === null || gift.mailAt > now) return null;
    const after = withMailBegun(gift, now);
    work.put('gifts', giftId, after);
    return after;
  },
};

interface Sent {
  readonly giftId: string;
  readonly link: number;
}

const note: UseCase<Sent, Gift | null> = {
  name: 'noteGiftMail',
  reads: ({ giftId }) => ({ gifts: [giftId] }),
  decide: ({ giftId, link }, work, { now }) => {
    const gift = work.get('gifts', giftId);
    const after = gift && withMailSent(gift, link, now);
    if (after && after !== gift) work.put('gifts', giftId, after);
    return after ?? null;
  },
};

/** As many are sent in one run; the rest waits for the next. */
const PAGE = 50;

/**
 * Sends the mails of gifts whose time has come. Each is sent at least once and always with the same link, which is good once: a
 * mail that comes twice gives nothing twice.
 */
export async function sendDueGifts(
  app: App,
  carrier: MailCarrier,
  signal: AbortSignal = new AbortController().signal,
): Promise<SentMails> {
  const failures: unknown[] = [];
  let sent = 0;
  for (const due of app.gifts ? await app.stores.gifts.findDue(app.now(), PAGE) : []) {
    if (signal.aborted) break;
    try {
      if (await sendOne(app, carrier, due)) sent += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  return { sent, failures };
}

async function sendOne(app: App, carrier: MailCarrier, { id, version }: Gift): Promise<boolean> {
  const gift = await app.engine.submit(begin, { giftId: id, version });
  if (!gift || gift.toEmail === null || !app.gifts) return false;
  const card = (await app.stores.giftCards.load([gift.cardId])).get(gift.cardId);
  // A link that opens nothing for now need not be sent now.
  const token = card && !card.isStopped ? giftToken(app, gift, card) : null;
  if (token === null) return false;
  const { toEmail: to, links: link } = gift;
  await carrier.carry(giftMail({ ...gift, to, link: `${app.gifts.url()}/gift/${token}` }));
  await app.engine.submit(note, { giftId: id, link });
  return true;
}
