import type { TopUp } from '../../api/domain/top-up.ts';
import { startTopUp } from '../../api/services/start-top-up.ts';
import { freshKey, openTestApp, openWallet, type TestApp } from '../support/app.ts';
import { damageIn } from '../support/check-journal.ts';
import { openTestDatabase } from '../support/database.ts';
import { PaymentDoor } from '../support/payment-door.ts';
import { RazorpayStandIn, webhook, type Webhook } from '../support/razorpay.ts';

const WALLETS = 25;
const TOP_UPS_EACH = 4;
const NOTIFICATIONS = 2_000;
const FORGED = NOTIFICATIONS / 10;

const at = openTestDatabase();
const razorpay = new RazorpayStandIn();
let app: TestApp;
let doors: readonly PaymentDoor[];

beforeAll(async () => {
  await razorpay.start();
  app = await openTestApp(at, { payments: razorpay.paymentsOfTests() });
  // Two doors on the same database, as two processes behind a load balancer would have.
  doors = [await PaymentDoor.open(app), await PaymentDoor.open(app)];
});
afterAll(async () => {
  for (const door of doors) await door.close();
  await app.close();
  await razorpay.stop();
});

async function begin(customerId: string, step: number): Promise<TopUp> {
  const started = await startTopUp(app, {
    ...{ customerId, amount: 100_00n + BigInt(step), method: 'UPI', note: null },
    idempotencyKey: freshKey('storm'),
  });
  if ('refused' in started) throw new Error(started.refused.code);
  return started.topUp;
}

/** Everything that Razorpay tells about one top-up: a failed attempt, then, for most, a payment in four notifications. */
function eventsOf(topUp: TopUp, isPaid: boolean): Webhook[] {
  const id = topUp.providerIds[0] ?? '';
  const failed = razorpay.pay(id, { status: 'failed', error_description: 'Declined' });
  const name = (kind: string) => `evt_${topUp.reference}_${kind}`;
  const events = [webhook('payment.failed', { payment: failed }, name('failed'))];
  if (!isPaid) return [...events, webhook('payment_link.expired', { payment_link: { id } }, name('expired'))];
  const payment = razorpay.pay(id);
  const authorized = { ...payment, status: 'authorized' };
  const link = razorpay.links.get(id);
  return [
    ...events,
    webhook('payment.authorized', { payment: authorized }, name('authorized')),
    webhook('payment.captured', { payment }, name('captured')),
    webhook('order.paid', { payment, order: { id: payment['order_id'] } }, name('order')),
    webhook('payment_link.paid', { payment_link: link, payment }, name('link')),
  ];
}

/** A small generator with a seed, so that a failure can be seen again. */
function shuffler(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** A provider sends again what was not acknowledged. */
async function persistently(door: PaymentDoor | undefined, event: Webhook): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const status = (await door?.deliver(event)) ?? 0;
    if (status < 500 || attempt === 5) return status;
  }
}

describe('a storm of 2,000 notifications', () => {
  it('repeated, shuffled and one in ten forged, credits each payment once and nothing else', async () => {
    const random = shuffler(20_260_310);
    const wallets = Array.from({ length: WALLETS }, (_, index) => `storm-${index}`);
    await Promise.all(wallets.map((id) => openWallet(app, id)));
    const topUps = await Promise.all(
      wallets.flatMap((id, wallet) =>
        Array.from({ length: TOP_UPS_EACH }, (_, index) => begin(id, wallet * TOP_UPS_EACH + index)),
      ),
    );
    const isPaid = (topUp: TopUp) => topUps.indexOf(topUp) % 5 !== 0;
    const genuine = topUps.flatMap((topUp) => eventsOf(topUp, isPaid(topUp)));
    const repeated = Array.from(
      { length: NOTIFICATIONS - FORGED },
      (_, index) => genuine[index % genuine.length],
    );
    const unpaid = topUps.filter((topUp) => !isPaid(topUp));
    const forged = Array.from({ length: FORGED }, (_, index) =>
      forgery(unpaid[index % unpaid.length], index),
    );
    const storm = shuffled([...repeated, ...forged], random).filter((event) => event !== undefined);

    const answers: number[] = [];
    for (let from = 0; from < storm.length; from += 100) {
      const part = storm.slice(from, from + 100);
      answers.push(...(await Promise.all(part.map((event, index) => persistently(doors[index % 2], event)))));
    }
    for (const door of doors) await door.settled();

    expect(answers.filter((status) => status === 401)).toHaveLength(FORGED);
    expect(answers.filter((status) => status === 200)).toHaveLength(NOTIFICATIONS - FORGED);
    expect(doors.flatMap(({ errors }) => errors)).toEqual([]);
    const after = await app.stores.topUps.load(topUps.map(({ id }) => id));
    for (const topUp of topUps) {
      const now = after.get(topUp.id);
      expect(now?.status === 'SETTLED').toBe(isPaid(topUp));
      expect(now?.payments.map(({ amount }) => amount)).toEqual(isPaid(topUp) ? [topUp.amount] : []);
    }
    const balances = await app.stores.wallets.load(wallets);
    for (const id of wallets) {
      const own = topUps.filter((topUp) => topUp.walletId === id && isPaid(topUp));
      expect(balances.get(id)?.balance).toBe(own.reduce((sum, { amount }) => sum + amount, 0n));
    }
    expect(await damageIn(app)).toEqual([]);
  }, 300_000);
});

/** Somebody without the secret claims that a top-up was paid. */
function forgery(topUp: TopUp | undefined, index: number): Webhook {
  const payment_link = { id: topUp?.providerIds[0], reference_id: topUp?.reference };
  const payment = {
    ...{ id: `pay_forged_${index}`, status: 'captured', currency: 'INR' },
    amount: razorpay.links.get(topUp?.providerIds[0] ?? '')?.['amount'],
  };
  return webhook('payment_link.paid', { payment_link, payment }, `evt_forged_${index}`, `guess-${index}`);
}
