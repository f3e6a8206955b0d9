import { performance } from 'node:perf_hooks';
import type { ProviderCall } from '../../api/payments/payment-observer.ts';
import { createMetrics } from '../../api/server/observability/metrics.ts';
import { paymentReadiness, watched } from '../../api/server/payments.ts';
import { pollTopUps } from '../../api/services/poll-top-up.ts';
import { paymentState } from '../../api/services/queries/payment-state.ts';
import { startTopUp } from '../../api/services/start-top-up.ts';
import { openTestApi } from '../support/api.ts';
import { freshKey } from '../support/app.ts';
import { TestClock } from '../support/clock.ts';
import { PaymentDoor } from '../support/payment-door.ts';
import { mockPayments } from '../support/payments.ts';

const mock = mockPayments();
const metrics = createMetrics({ withProcess: false });
const calls: ProviderCall[] = [];
const clock = new TestClock('2026-03-10T09:30:00+05:30');
const observer = {
  notification: metrics.payments.notification,
  call: (call: ProviderCall) => {
    calls.push(call);
    metrics.payments.call(call);
  },
};
const watching = { now: clock.now, elapsed: () => performance.now(), observer };
const payments = watched({ ...mock, callDeadlineMs: 20 }, watching);
const api = openTestApi({ payments, clock });
let door: PaymentDoor;
beforeAll(async () => (door = await PaymentDoor.open(api.app)));
afterAll(() => door.close());

const HEALTH = `{ paymentHealth { provider isWorking failuresInARow lastAnswerAt lastFailureAt lastFailure
  pollDueSince notificationsWaiting notificationsWaitingSince } }`;

async function begin(customerId: string) {
  await api.openWallet(customerId);
  const wish = { customerId, amount: 500_00n, method: 'UPI', note: null } as const;
  return startTopUp(api.app, { ...wish, idempotencyKey: freshKey('health') });
}

describe('a payment provider that is down', () => {
  it('is seen by the admin, in the readiness, in the metrics and in what the log is told', async () => {
    expect(await begin('asha')).toMatchObject({ replayed: false });
    expect(paymentReadiness(payments)).toEqual({ payments: 'ok' });
    mock.provider.isDown = true;
    for (const customerId of ['bala', 'chitra', 'divya']) {
      expect(await begin(customerId)).toEqual({ refused: { code: 'PAYMENT_UNAVAILABLE' } });
    }

    expect(paymentReadiness(payments)).toEqual({ payments: 'failing' });
    expect(await api.admin.read(HEALTH)).toMatchObject({
      paymentHealth: {
        provider: 'MOCK',
        isWorking: false,
        failuresInARow: 3,
        lastAnswerAt: '2026-03-10T04:00:00.000Z',
        lastFailureAt: '2026-03-10T04:00:00.000Z',
        lastFailure: expect.stringContaining('it is down') as string,
      },
    });
    expect(await metrics.print()).toMatch(
      /payment_provider_calls_total\{operation="open",outcome="unbelievable"\} 3/,
    );
    expect(calls.filter(({ error }) => error !== undefined)).toHaveLength(3);

    mock.provider.isDown = false;
    await begin('esha');
    expect(paymentReadiness(payments)).toEqual({ payments: 'ok' });
  });

  it('that never answers one question keeps none of the others waiting, and that one is asked again later', async () => {
    const stuck = await begin('farah');
    const others = await Promise.all(Array.from({ length: 20 }, (_, index) => begin(`fast-${index}`)));
    const [stuckId] = 'topUp' in stuck ? stuck.topUp.providerIds : [];
    const lookUp = mock.provider.lookUp.bind(mock.provider);
    mock.provider.lookUp = (ids) => (ids.includes(stuckId ?? '') ? new Promise(() => {}) : lookUp(ids));
    for (const other of others) {
      if ('topUp' in other) await mock.provider.decide(other.topUp.providerIds[0] ?? '', 'approve');
    }
    mock.sent.length = 0;
    clock.advance({ ms: mock.pollAfterMs + 1 });

    const run = await pollTopUps(api.app, 'poll');

    expect(run).toMatchObject({ changed: 20, failures: [] });
    const after =
      'topUp' in stuck ? (await api.app.stores.topUps.load([stuck.topUp.id])).get(stuck.topUp.id) : null;
    expect(after?.nextPollAt).toBeGreaterThan(clock.now());
    mock.provider.lookUp = lookUp;
  });
});

describe('a notification', () => {
  it('is counted at the door and by what became of it', async () => {
    const started = await begin('gita');
    const [id] = 'topUp' in started ? started.topUp.providerIds : [];
    await mock.provider.decide(id ?? '', 'approve');
    const [genuine] = mock.sent.splice(0);
    const { body = Buffer.alloc(0), headers = {} } = genuine ?? {};

    await door.settle({ body, headers: headers as Record<string, string> });
    await door.settle({ body, headers: headers as Record<string, string> });
    await door.settle({ body, headers: {} });

    const text = await metrics.print();
    for (const outcome of ['received', 'applied', 'known', 'forged']) {
      expect(text).toContain(`payment_webhooks_total{outcome="${outcome}"} 1`);
    }
  });

  it('that never gets anywhere is looked at ever more rarely, is seen, and others are not kept waiting by it', async () => {
    const lost = await begin('lost');
    const [gone] = 'topUp' in lost ? lost.topUp.providerIds : [];
    const { database } = api.app;
    const wallets = database.getClient().db(database.name).collection<{ _id: string }>('customer_wallets');
    // What is paid into a wallet that is not there can be credited nowhere.
    await wallets.deleteOne({ _id: 'lost' });
    const receivedAt = clock.now();
    for (let index = 0; index < 120; index += 1) {
      await api.app.stores.paymentEvents.receive({
        ...{ id: `MOCK:dead-${index}`, provider: 'MOCK', eventId: `dead-${index}`, name: 'captured' },
        ...{ version: 1, providerIds: [gone ?? ''], reference: null, status: 'RECEIVED', topUpId: null },
        report: { kind: 'CAPTURED', paymentId: `pay-${index}`, amount: 500_00n, currency: 'INR' },
        ...{ problem: null, receivedAt, processedAt: null, nextLookAt: receivedAt + 10_000 },
      });
    }
    const started = await begin('hari');
    const [id] = 'topUp' in started ? started.topUp.providerIds : [];
    await mock.provider.decide(id ?? '', 'approve');
    const notice = mock.provider.read(mock.sent.splice(0)[0] ?? { body: Buffer.alloc(0), headers: {} });
    if (!notice) throw new Error('The provider has signed it.');
    clock.advance({ ms: 1 });
    await api.app.stores.paymentEvents.receive({
      ...{ ...notice, id: `MOCK:${notice.eventId}`, provider: 'MOCK', version: 1, status: 'RECEIVED' },
      ...{ topUpId: null, problem: null, receivedAt: clock.now(), processedAt: null },
      nextLookAt: clock.now() + 10_000,
    });
    clock.advance({ ms: 10_001 });
    metrics.payments.reading(async () => ({ state: await paymentState(api.app), now: clock.now() }));

    expect((await pollTopUps(api.app, 'poll')).failures).toHaveLength(100);
    expect((await pollTopUps(api.app, 'poll')).failures).toHaveLength(20);
    expect((await pollTopUps(api.app, 'poll')).failures).toHaveLength(0);

    const settled =
      'topUp' in started
        ? (await api.app.stores.topUps.load([started.topUp.id])).get(started.topUp.id)
        : null;
    expect(settled?.status).toBe('SETTLED');
    expect(await api.admin.read(HEALTH)).toMatchObject({
      paymentHealth: {
        notificationsWaiting: 120,
        notificationsWaitingSince: new Date(receivedAt).toISOString(),
      },
    });
    expect(await metrics.print()).toContain('payment_webhooks_waiting 120');
  });
});
