import { isDeepStrictEqual } from 'node:util';
import { paymentEventId } from '../../api/domain/payment-event.ts';
import type { ReviewStatus } from '../../api/domain/payment-review.ts';
import type { TopUp } from '../../api/domain/top-up.ts';
import type { MockDecision } from '../../api/payments/mock/mock-provider.ts';
import { Notifications } from '../../api/payments/notifications.ts';
import type { RawNotification } from '../../api/payments/payment-provider.ts';
import { lookAtEvent } from '../../api/services/look-at-event.ts';
import { settleTopUp } from '../../api/services/settle-top-up.ts';
import { startTopUp, type StartTopUp } from '../../api/services/start-top-up.ts';
import type { NaiveAnswer } from '../domain/naive-records.ts';
import type { TestApp } from '../support/app.ts';
import { mockPayments } from '../support/payments.ts';
import { refusalOf } from './answers.ts';
import { told, type ModelWallet } from './model-wallet.ts';
import type { Random } from './random.ts';
import { decidedOn } from './reviews.ts';
import { granted } from './rules.ts';
import type { Tills } from './tills.ts';

/** All processes of a run take payments by one provider, which lives on when one of them dies. */
export const payments = mockPayments();
const { provider, sent } = payments;
/** How often a provider tells one process before it turns to another. */
const PATIENCE = 30;

/** What the model says to a top-up, and what is different from that; null where nothing is. */
export interface PaidIn {
  readonly expected: NaiveAnswer;
  readonly difference: string | null;
  /** How often what was paid did not fit, and how a person decided then. */
  readonly review: ReviewStatus | null;
}

interface Wish {
  readonly amount: bigint;
  readonly key: string;
  readonly now: number;
}

/** What the provider of the tests collects where it collects the wrong amount. */
export const ODD = 1_00n;

/**
 * A customer pays into the wallet: begins, perhaps twice, pays at the bank, and then the notification, told once or several
 * times to either process, and the question that the poller asks race each other. Now and then another amount was paid than
 * asked for, which nobody is credited for before a person decides.
 */
export async function payIn(
  tills: Tills,
  wallet: ModelWallet,
  { amount, key, now }: Wish,
  random: Random,
): Promise<PaidIn> {
  const grant = { amount, source: 'PURCHASE', reason: 'Top-up' } as const;
  const before = wallet.naive.lines.length;
  // A top-up is begun where a credit of that amount would be granted; what was paid is then credited whatever else.
  const trial = granted(wallet, { ...grant, origin: 'NONE' }, now);
  const input = { customerId: wallet.id, amount, method: 'UPI', note: null, idempotencyKey: key } as const;
  const begun = await begin(tills, wallet, input, random.percent(10) ? 2 : 1);
  if ('refused' in begun || 'refusal' in trial) {
    const refused = 'refused' in begun ? refusalOf(begun.refused) : null;
    const wanted = 'refusal' in trial ? trial.refusal : null;
    return { expected: trial, difference: unlike(wallet, { refused }, { refused: wanted }), review: null };
  }
  wallet.naive.forgetAfter(before);
  const isOdd = amount !== ODD && random.percent(25);
  const after = await paid(tills, begun.topUp, isOdd ? 'wrong-amount' : 'approve', random);
  const collected = after.payments.map((payment) => payment.amount);
  const doubts = after.doubts.map((doubt) => doubt.amount);
  const wanted = isOdd ? { collected: [], doubts: [ODD] } : { collected: [amount], doubts: [] };
  const difference = unlike(wallet, { collected, doubts }, wanted);
  if (difference !== null || !isOdd) {
    const reason = `Top-up ${after.reference}`;
    const expected = granted(wallet, { ...grant, reason, origin: 'TOP_UP' }, now);
    return { expected, difference, review: null };
  }
  const paymentId = after.doubts[0]?.paymentId ?? '';
  return decidedOn(tills, wallet, { provider: provider.name, paymentId, amount: ODD, key, now }, random);
}

/** The top-up once the bank has decided, and everybody who tells and asks is through. */
export async function paid(
  tills: Tills,
  { id, providerIds }: TopUp,
  decision: MockDecision,
  random: Random,
): Promise<TopUp> {
  const [providerId = ''] = providerIds;
  await provider.decide(providerId, decision);
  const notification = sentAbout(providerId);
  const tellings = Array.from({ length: random.below(3) }, () =>
    tills.send((app) => tell(app, notification)),
  );
  const isAsked = tellings.length === 0 || random.percent(30);
  await Promise.all([...tellings, isAsked ? tills.send((app) => ask(app, id)) : null]);
  const after = (await tills.send((app) => app.stores.topUps.load([id]))).get(id);
  if (!after) throw new Error(`The top-up ${id} is gone.`);
  return after;
}

function unlike(wallet: ModelWallet, product: unknown, model: unknown): string | null {
  return isDeepStrictEqual(product, model) ? null : told(`the top-up of ${wallet.id}`, product, model);
}

async function begin(tills: Tills, wallet: ModelWallet, input: StartTopUp, times: number) {
  const send = () => tills.send((app) => startTopUp(app, input), wallet);
  const [first, second] = await Promise.all(Array.from({ length: times }, send));
  if (!first) throw new Error('Nobody answered.');
  return second && 'refused' in first ? second : first;
}

/** The one notification about a payment, which nobody else is to find any more. */
export function sentAbout(providerId: string): RawNotification {
  const place = sent.findIndex((one) => provider.read(one)?.providerIds.includes(providerId));
  const [notification] = place < 0 ? [] : sent.splice(place, 1);
  if (!notification) throw new Error(`Nothing was sent about ${providerId}.`);
  return notification;
}

export async function tell(app: TestApp, notification: RawNotification): Promise<void> {
  const notifications = new Notifications(app, provider, () => {});
  await acknowledged(notifications, notification);
  await notifications.settled();
  const id = paymentEventId(provider.name, provider.read(notification)?.eventId ?? '');
  const event = (await app.stores.paymentEvents.load([id])).get(id);
  // One that got nowhere is taken up, as the poller does.
  if (event?.status === 'RECEIVED') await lookAtEvent(app, event, 'model');
}

/** A provider tells again what was not acknowledged, whatever the reason was; only not for ever. */
async function acknowledged(notifications: Notifications, notification: RawNotification): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await notifications.receive(notification, 'model');
      return;
    } catch (error) {
      if (attempt === PATIENCE) throw error;
    }
  }
}

export async function ask(app: TestApp, id: string): Promise<void> {
  const topUp = (await app.stores.topUps.load([id])).get(id);
  if (topUp)
    await settleTopUp(app, topUp, { ...(await provider.lookUp(topUp.providerIds)), requestId: 'model' });
}
