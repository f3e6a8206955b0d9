import { decideCard } from '../domain/gift-card/decide-card.ts';
import {
  changedGift,
  endedGift,
  giftEnded,
  mayBeRecalled,
  MOST_KEYS_OF_GIFT,
  whyNotThen,
  type Gift,
  type GiftWords,
} from '../domain/gift-card/gift.ts';
import { STOPPED } from '../domain/gift-card/spend-card.ts';
import { hasRoom } from '../domain/kept-keys.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { TopUp } from '../domain/top-up.ts';
import { withRefund } from '../domain/top-up-refund.ts';
import type { UseCase } from '../ledger/use-case.ts';
import { PaymentUnavailable } from '../payments/payment-provider.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Step } from './checkout-steps.ts';
import { continueTopUpRefunds } from './continue-top-up-refund.ts';
import { linkOnCard } from './gift-links.ts';
import { refundOfGift } from './gift-steps.ts';
import { intentOf, keyDigest } from './idempotency.ts';
import { putCard } from './issue-gift-cards.ts';
import type { Refused } from './outcome.ts';
import type { SentGift } from './send-gift.ts';
import { closed } from './work-on-checkout.ts';

export interface ChangeGift {
  readonly giftId: string;
  /** What is left out stays. */
  readonly words: Partial<GiftWords>;
  readonly idempotencyKey: string;
}

export interface RecallGift {
  readonly giftId: string;
  readonly idempotencyKey: string;
}

type OnGift = ChangeGift | RecallGift;

interface Asked<I extends OnGift> {
  readonly app: App;
  readonly caller: Caller;
  readonly input: I;
  /** As it was when it was looked at: its card does not change. */
  readonly cardId: string;
  readonly key: string;
  readonly intent: string;
}

type Decide<I extends OnGift> = (
  gift: Gift,
  payment: TopUp,
  asked: Asked<I>,
  step: Step,
) => { readonly gift: Gift; readonly payment: TopUp } | Refusal;

/** An act of its sender on a gift as the engine runs it: a key that has acted answers the gift again. */
function giftAct<I extends OnGift>(name: string, decide: Decide<I>): UseCase<Asked<I>, SentGift | Refused> {
  return {
    name,
    reads: ({ input: { giftId: id }, cardId }) => ({ gifts: [id], topUps: [id], giftCards: [cardId] }),
    decide: (asked, work, context) => {
      const { key, intent, caller, input } = asked;
      const gift = work.get('gifts', input.giftId);
      const payment = work.get('topUps', input.giftId);
      if (!gift || !payment) return { refused: { code: 'GIFT_NOT_FOUND' } };
      const used = gift.keys.find((known) => known.key === key);
      if (used?.intent === intent) return { gift, payment, replayed: true };
      if (used) return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: used.at } };
      const { now } = context;
      if (!mayBeRecalled(gift, now)) return { refused: giftEnded(gift, now) };
      const leaving = name === 'changeGift' ? 1 : 0;
      if (!hasRoom(gift.keys, MOST_KEYS_OF_GIFT, { leaving })) return { refused: TOO_OFTEN };
      const keyed = { ...gift, keys: [...gift.keys, { key, intent, at: now }] };
      const decided = decide(keyed, payment, asked, { work, context, caller });
      if (isRefusal(decided)) return { refused: decided };
      work.put('gifts', gift.id, decided.gift);
      return { ...decided, replayed: false };
    },
  };
}

const TOO_OFTEN: Refusal = {
  ...{ code: 'INVALID_INPUT', field: 'giftId' },
  problem: 'This was changed too often: recall it and send another.',
};

const change = giftAct<ChangeGift>('changeGift', (gift, payment, { app, input: { words } }, step) => {
  const { now } = step.context;
  const deliverAt = words.deliverAt ?? gift.deliverAt;
  const isSent = gift.state === 'SENT';
  if (isSent && words.deliverAt !== undefined)
    return { code: 'INVALID_INPUT', field: 'deliverAt', problem: 'It has been sent already.' };
  const refused = words.deliverAt === undefined ? null : whyNotThen(deliverAt, now);
  if (refused) return refused;
  const isElsewhere = words.toEmail !== undefined && words.toEmail !== gift.toEmail;
  const wasMailed = isSent || gift.mailTries > 0;
  // Whoever has the mail that went elsewhere can do nothing with it any more.
  if (isElsewhere && wasMailed) {
    const anew = newLink(app, gift, step);
    if (isRefusal(anew)) return anew;
    return { payment, gift: changedGift(gift, { ...words, ...anew, deliverAt }, now) };
  }
  const mailAt = gift.state === 'SCHEDULED' ? Math.max(now, deliverAt) : gift.mailAt;
  return { payment, gift: changedGift(gift, { ...words, deliverAt, mailAt }, now) };
});

/** Another link takes the place of the one before, and its mail is due at once. */
function newLink(
  app: App,
  { id, cardId, links }: Gift,
  { work, caller, context: { now, policy } }: Step,
): Partial<Gift> | Refusal {
  const link = links + 1;
  const card = work.get('giftCards', cardId) ?? null;
  const reason = 'Sent to another address';
  const decided = decideCard(card, { kind: 'REISSUE', reason, ...linkOnCard(app, id, link) }, cardId, {
    ...{ ...caller, now, terms: policy.giftCards, name: `link-${link}`, intent: null },
  });
  if (isRefusal(decided)) return decided;
  putCard(work, decided);
  return { state: 'SCHEDULED', links: link, sentAt: null, mailAt: now, mailTries: 0 };
}

const recall = giftAct<RecallGift>('recallGift', (gift, payment, _asked, step) => {
  const { now } = step.context;
  // What is being confirmed may have been collected: then it is recalled as one that is paid.
  if (gift.state === 'UNPAID' && payment.status === 'CONFIRMING') return { code: 'PAYMENT_CONFIRMING' };
  if (gift.state === 'UNPAID') return { payment, gift: endedGift(gift, 'RECALLED', now) };
  // Its payer has asked the bank for it already, and would be given it twice.
  if (step.work.get('giftCards', gift.cardId)?.isStopped) return STOPPED;
  const after = withRefund(payment, refundOfGift(payment, step), now);
  step.work.put('topUps', payment.id, after);
  return { payment: after, gift: endedGift(gift, 'RECALLED', now, 'PROCESSING') };
});

/** Says something of a gift otherwise until it is claimed. Another address gets a link of its own; the one before is dead. */
export function changeGift(app: App, caller: Caller, input: ChangeGift): Promise<SentGift | Refused> {
  return actOn(app, caller, change, input);
}

/**
 * Recalls a gift until it is claimed. What was paid goes back to where it came from; what of that a crash or a silent provider leaves
 * undone, the poller does. One that is not paid yet can no longer be paid.
 */
export async function recallGift(app: App, caller: Caller, input: RecallGift): Promise<SentGift | Refused> {
  const gift = (await app.stores.gifts.load([input.giftId])).get(input.giftId);
  const payment = (await app.stores.topUps.load([input.giftId])).get(input.giftId);
  try {
    if (gift?.state === 'UNPAID' && payment) await closed(app, payment, caller.requestId);
  } catch (error) {
    // Unreachable as it is, what is paid there all the same waits for a person.
    if (!(error instanceof PaymentUnavailable)) throw error;
  }
  const answer = await actOn(app, caller, recall, input);
  if ('refused' in answer || answer.replayed || answer.gift.refund === null) return answer;
  await continueTopUpRefunds(app, input.giftId, caller.requestId);
  const after = (await app.stores.gifts.load([input.giftId])).get(input.giftId);
  return { ...answer, gift: after ?? answer.gift };
}

async function actOn<I extends OnGift>(
  app: App,
  caller: Caller,
  useCase: UseCase<Asked<I>, SentGift | Refused>,
  input: I,
): Promise<SentGift | Refused> {
  const gift = (await app.stores.gifts.load([input.giftId])).get(input.giftId);
  if (!gift) return { refused: { code: 'GIFT_NOT_FOUND' } };
  const key = keyDigest(`${caller.actor.id}:${input.idempotencyKey}`);
  const intent = intentOf(useCase.name, input);
  return app.engine.submit(useCase, { app, caller, input, cardId: gift.cardId, key, intent });
}
