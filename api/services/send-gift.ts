import type { Gift, GiftWords } from '../domain/gift-card/gift.ts';
import { whyNotThen } from '../domain/gift-card/gift.ts';
import type { Instant } from '../domain/calendar.ts';
import type { TopUp } from '../domain/top-up.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { Payments } from '../payments/payment-provider.ts';
import type { App } from './app.ts';
import { boughtCardId } from './bought-card-steps.ts';
import {
  daysOfBuying,
  mayBuy,
  payable,
  purchaseReads,
  putPurchase,
  type BuyGiftCard,
} from './buy-gift-card.ts';
import { intentOf, keyedEntryId } from './idempotency.ts';
import type { Refused } from './outcome.ts';

export interface SendGift extends BuyGiftCard, Omit<GiftWords, 'deliverAt'> {
  /** Null sends it as soon as it is paid. */
  readonly deliverAt: Instant | null;
}

/** A gift beside the payment by which it is paid. */
export interface GiftState {
  readonly gift: Gift;
  readonly payment: TopUp;
}

export interface SentGift extends GiftState {
  readonly replayed: boolean;
}

interface Asked {
  readonly id: string;
  readonly intent: string;
  readonly input: SendGift;
  readonly provider: string;
  readonly payments: Payments;
  readonly days: readonly string[];
}

/** Writes the gift down with its payment, before anybody is asked for money. */
const begin: UseCase<Asked, SentGift | Refused> = {
  name: 'sendGift',
  reads: ({ id, input, days }) => ({
    ...{ ...purchaseReads(input.customerId, days), topUps: [id], gifts: [id] },
  }),
  decide: (asked, work, context) => {
    const { id, intent, input } = asked;
    const { now } = context;
    const [first, known] = [work.get('topUps', id), work.get('gifts', id)];
    if (first?.intent === intent && known) return { gift: known, payment: first, replayed: true };
    if (first) return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: first.createdAt } };
    const { customerId: senderId, amount, method: _, idempotencyKey: __, ...words } = input;
    const deliverAt = words.deliverAt ?? now;
    const refused = whyNotThen(deliverAt, now) ?? mayBuy(input, work, context);
    if (refused) return { refused };
    const gift: Gift = {
      ...{ id, senderId, version: 1, amount, cardId: boughtCardId(id), state: 'UNPAID' },
      ...{ ...words, deliverAt, expiresAt: null, links: 0, mailAt: null, mailTries: 0, sentAt: null },
      ...{ endedAt: null, refund: null, createdAt: now, updatedAt: now, keys: [] },
    };
    const payment = putPurchase({ ...asked, ...input, isGift: true }, work, context);
    work.put('gifts', id, gift);
    return { gift, payment, replayed: false };
  },
};

/**
 * Begins to send a gift, which is paid by a payment and never from the wallet: credits do not travel between persons. Once it was
 * collected, the mail leaves at its time. A call that stopped half way is taken up where it stood when it is repeated with its key.
 */
export async function sendGift(app: App, input: SendGift): Promise<SentGift | Refused> {
  const { payments } = app;
  if (!app.gifts) return { refused: { code: 'GIFTS_UNAVAILABLE' } };
  if (!payments.provider) return { refused: { code: 'PAYMENT_UNAVAILABLE' } };
  const started = await app.engine.submit(begin, {
    ...{ input, payments, provider: payments.provider.name, days: daysOfBuying(app, input.customerId) },
    id: keyedEntryId(input.customerId, input.idempotencyKey),
    intent: intentOf(begin.name, input),
  });
  if ('refused' in started) return started;
  const paid = await payable(app, { topUp: started.payment, replayed: started.replayed });
  return 'refused' in paid ? paid : { ...started, payment: paid.topUp };
}
