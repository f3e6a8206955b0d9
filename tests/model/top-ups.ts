import { paymentEventId } from '../../api/domain/payment-event.ts';
import { Notifications } from '../../api/payments/notifications.ts';
import type { RawNotification } from '../../api/payments/payment-provider.ts';
import { lookAtEvent } from '../../api/services/look-at-event.ts';
import { settleTopUp } from '../../api/services/settle-top-up.ts';
import { startTopUp, type StartTopUp } from '../../api/services/start-top-up.ts';
import type { NaiveAnswer, NaiveRefusal } from '../domain/naive-records.ts';
import type { TestApp } from '../support/app.ts';
import { mockPayments } from '../support/payments.ts';
import { refusalOf } from './answers.ts';
import type { ModelWallet } from './model-wallet.ts';
import type { Random } from './random.ts';
import { granted } from './rules.ts';
import type { Tills } from './tills.ts';

/** All processes of a run take payments by one provider, which lives on when one of them dies. */
export const payments = mockPayments();
const { provider, sent } = payments;
/** How often a provider tells one process before it turns to another. */
const PATIENCE = 30;

/** What has become of a top-up, beside what the model says of it. */
export interface PaidIn {
  readonly expected: NaiveAnswer;
  /** Why it was not begun; null where it was. */
  readonly refused: NaiveRefusal | null;
  /** What was collected for it in the end, in paise. */
  readonly collected: readonly bigint[];
}

/**
 * A customer pays into the wallet: begins, perhaps twice, pays at the bank, and then the notification, told once or several
 * times to either process, and the question that the poller asks race each other.
 */
export async function payIn(
  tills: Tills,
  wallet: ModelWallet,
  { amount, key, now }: { readonly amount: bigint; readonly key: string; readonly now: number },
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
    return { expected: trial, refused, collected: [] };
  }
  wallet.naive.forgetAfter(before);
  const reason = `Top-up ${begun.topUp.reference}`;
  const expected = granted(wallet, { ...grant, reason, origin: 'TOP_UP' }, now);
  await provider.decide(begun.topUp.providerIds[0] ?? '', 'approve');
  const { id, providerIds } = begun.topUp;
  await provider.decide(providerIds[0] ?? '', 'approve');
  const notification = sentAbout(providerIds[0] ?? '');
  const tellings = Array.from({ length: random.below(3) }, () =>
    tills.send((app) => tell(app, notification)),
  );
  const isAsked = tellings.length === 0 || random.percent(30);
  await Promise.all([...tellings, isAsked ? tills.send((app) => ask(app, id)) : null]);
  const after = (await tills.send((app) => app.stores.topUps.load([id]))).get(id);
  return { expected, refused: null, collected: after?.payments.map((payment) => payment.amount) ?? [] };
}

async function begin(tills: Tills, wallet: ModelWallet, input: StartTopUp, times: number) {
  const send = () => tills.send((app) => startTopUp(app, input), wallet);
  const [first, second] = await Promise.all(Array.from({ length: times }, send));
  if (!first) throw new Error('Nobody answered.');
  return second && 'refused' in first ? second : first;
}

/** The one notification about a payment, which nobody else is to find any more. */
function sentAbout(providerId: string): RawNotification {
  const place = sent.findIndex((one) => provider.read(one)?.providerIds.includes(providerId));
  const [notification] = place < 0 ? [] : sent.splice(place, 1);
  if (!notification) throw new Error(`Nothing was sent about ${providerId}.`);
  return notification;
}

async function tell(app: TestApp, notification: RawNotification): Promise<void> {
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

async function ask(app: TestApp, id: string): Promise<void> {
  const topUp = (await app.stores.topUps.load([id])).get(id);
  if (topUp)
    await settleTopUp(app, topUp, { ...(await provider.lookUp(topUp.providerIds)), requestId: 'model' });
}
