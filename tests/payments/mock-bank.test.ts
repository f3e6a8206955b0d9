import { randomBytes } from 'node:crypto';
import { once, EventEmitter } from 'node:events';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import type { TopUp } from '../../api/domain/top-up.ts';
import { TopUpPoller } from '../../api/jobs/top-up-poller.ts';
import { openPayments, paymentRoutes } from '../../api/server/payments.ts';
import { securityHeaders } from '../../api/server/security-headers.ts';
import { startTopUp } from '../../api/services/start-top-up.ts';
import { freshKey, openTestApp, openWallet, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import { testConfig } from '../support/server.ts';

const at = openTestDatabase();
const told = new EventEmitter();
const errors: unknown[] = [];
const onError = (error: unknown) => void errors.push(error);
let app: TestApp;
let server: FastifyInstance;
let url = '';
let isDeaf = false;

beforeAll(async () => {
  const payments = openPayments(testConfig(), { randomBytes, ownUrl: () => url, onError });
  app = await openTestApp(at, { payments });
  server = Fastify();
  await securityHeaders(server, false);
  server.addHook('onRequest', async (request, reply) => {
    if (isDeaf && request.url.startsWith('/webhooks/')) await reply.code(503).send('');
  });
  server.addHook('onResponse', async (request, reply) => void told.emit(request.url, reply.statusCode));
  await paymentRoutes(server, { app, onError });
  await server.listen({ host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await server.close();
  await app.close();
});

async function begin(customerId: string): Promise<TopUp> {
  await openWallet(app, customerId);
  const started = await startTopUp(app, {
    ...{ customerId, amount: 1_234_50n, method: 'UPI', note: null, idempotencyKey: freshKey('mock') },
  });
  if ('refused' in started) throw new Error(started.refused.code);
  return started.topUp;
}

function press(topUp: TopUp, decision: string): Promise<Response> {
  return fetch(`${url}${topUp.checkoutUrl}`, {
    method: 'POST',
    body: new URLSearchParams({ decision }),
    redirect: 'manual',
  });
}

/** The top-up once its notification has been looked at. */
async function settled(topUp: TopUp, status: TopUp['status']): Promise<TopUp> {
  for (;;) {
    const now = (await app.stores.topUps.load([topUp.id])).get(topUp.id);
    if (now?.status === status) return now;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('the page of the mock provider', () => {
  it('says that it is a demo, what is paid, and has four answers; it runs nothing and loads only its own style', async () => {
    const topUp = await begin('asha');

    const response = await fetch(`${url}${topUp.checkoutUrl}`);
    const html = await response.text();

    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("style-src 'self'");
    expect(html).toContain('Demo, no real money');
    expect(html).toContain('₹1,234.50');
    expect(html).toContain(topUp.reference);
    expect([...html.matchAll(/<strong>([^<]+)</g)].map(([, label]) => label)).toEqual([
      'Approve',
      'Decline',
      'Delay 20 s',
      'Never answer',
    ]);
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=|https?:/);
    const style = await fetch(`${url}/mock-payments/style.css`);
    expect(style.headers.get('content-type')).toContain('text/css');
  });

  it('credits by a signed notification over HTTP when Approve is pressed, once however often', async () => {
    const topUp = await begin('bala');

    const responses = await Promise.all([1, 2, 3].map(() => press(topUp, 'approve')));
    const after = await settled(topUp, 'SETTLED');

    expect(responses.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(after.payments).toHaveLength(1);
    const wallet = (await app.stores.wallets.load(['bala'])).get('bala');
    expect(wallet?.balance).toBe(1_234_50n);
    expect(await (await fetch(`${url}${topUp.checkoutUrl}`)).text()).toContain('Approved.');
  });

  it.each<[string, TopUp['status']]>([
    ['decline', 'FAILED'],
    ['delay', 'CONFIRMING'],
  ])('tells the wallet when %s is pressed', async (decision, status) => {
    const topUp = await begin(`chitra-${decision}`);

    await press(topUp, decision);

    expect((await settled(topUp, status)).payments).toEqual([]);
  });

  it('stays silent when Never answer is pressed', async () => {
    const topUp = await begin('divya');
    const heard = jest.fn();
    told.on('/webhooks/payments', heard);

    await press(topUp, 'silence');

    told.off('/webhooks/payments', heard);
    expect(heard).not.toHaveBeenCalled();
    const now = (await app.stores.topUps.load([topUp.id])).get(topUp.id);
    expect(now?.status).toBe('AWAITING_PAYMENT');
  });

  it('knows neither other answers nor other payments', async () => {
    const topUp = await begin('esha');

    expect((await press(topUp, 'credit')).status).toBe(404);
    expect((await fetch(`${url}/mock-payments/mock_TOP-OTHER`)).status).toBe(404);
  });
});

describe('the mock provider, asked to give back', () => {
  it('gives back once under one receipt, is found again, and tells when it is done', async () => {
    const { provider } = app.payments;
    const order = { paymentId: 'mock_nobody_paid', amount: 100_00n, receipt: 'rf-mock' };
    expect(await provider?.findRefund(order)).toBeNull();
    const heard = once(told, '/webhooks/payments');

    const [first, again] = [await provider?.refund(order), await provider?.refund(order)];

    expect(first).toMatchObject({ status: 'PROCESSING' });
    expect(again?.refundId).toBe(first?.refundId);
    expect(await heard).toEqual([200]);
    expect(await provider?.findRefund(order)).toEqual({ refundId: first?.refundId, status: 'DONE' });
  });
});

describe('the poller', () => {
  it('credits what was approved while the server heard nothing', async () => {
    const topUp = await begin('farah');
    isDeaf = true;
    await press(topUp, 'approve');
    isDeaf = false;
    expect(errors.splice(0)).toHaveLength(1);
    app.clock.advance({ ms: 60_000 });
    const runs = new EventEmitter();
    const poller = new TopUpPoller({
      ...{ app, intervalMs: 60_000, newRequestId: () => 'poll', onError },
      onRun: (run) => void runs.emit('run', run),
    });

    const run = once(runs, 'run');
    poller.start();
    await run;
    await poller.stop();

    expect((await settled(topUp, 'SETTLED')).payments).toHaveLength(1);
    expect(errors).toEqual([]);
  });
});
