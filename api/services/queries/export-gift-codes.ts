import { addDays, type Instant } from '../../domain/calendar.ts';
import { writtenCode } from '../../domain/code.ts';
import {
  CODES_TOLD_DAYS,
  statusOf,
  type CardStatus,
  type GiftCard,
} from '../../domain/gift-card/gift-card.ts';
import { ROWS_OF_A_PART, type Job } from '../../domain/job.ts';
import type { App } from '../app.ts';
import { batchCall, batchCardId, validCode } from '../gift-codes.ts';

/** A card of a batch with its code; the code is null once the card has another, or its key is gone. */
export interface TellableCard {
  readonly number: number;
  readonly code: string | null;
  readonly card: GiftCard;
  readonly status: CardStatus;
}

/** Until when the codes of a batch are told; null for what is no batch, or has not begun. */
export function codesToldUntil({ kind, startedAt }: Job): Instant | null {
  return kind === 'GIFT_CARD_BATCH' && startedAt !== null ? addDays(startedAt, CODES_TOLD_DAYS) : null;
}

/** The cards of a batch that are issued, in the order of their numbers, some at a time. */
export async function* codesOfBatch(app: App, job: Job): AsyncGenerator<TellableCard[]> {
  for (let part = 0; part < job.next; part += 1) {
    const first = part * ROWS_OF_A_PART + 1;
    const last = Math.min(job.total, first + ROWS_OF_A_PART - 1);
    const ids = Array.from({ length: last - first + 1 }, (_, n) => batchCardId(job, first + n));
    const cards = await app.stores.giftCards.load(ids);
    yield ids.flatMap((id, n) => {
      const card = cards.get(id);
      if (!card) return [];
      const code = validCode(app, card, batchCall(job));
      return { number: first + n, code: code && writtenCode(code), card, status: statusOf(card, app.now()) };
    });
  }
}
