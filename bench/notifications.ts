/**
 * npm run bench:notifications [-- --payments 500 --at-once 100]: how soon a payment provider hears that its notification has
 * arrived, in a storm of them: each payment is told four times, in any order, and one notification in ten is forged. On a
 * database of its own on this machine, which is gone afterwards. Every payment must have been credited once.
 * Connections are opened before.
 */
import 'reflect-metadata';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import Fastify from 'fastify';
import { Notifications } from '../api/payments/notifications.ts';
import { WEBHOOK_PATH, webhookRoute } from '../api/payments/webhook-route.ts';
import { startTopUp } from '../api/services/start-top-up.ts';
import { freshKey, openTestApp, openWallet } from '../tests/support/app.ts';
import { RazorpayStandIn, webhook, type Webhook } from '../tests/support/razorpay.ts';
import { DATABASE, openOwnDatabase } from './lib/own-database.ts';

const { values } = parseArgs({
  options: { payments: { type: 'string', default: '450' }, 'at-once': { type: 'string', default: '100' } },
});
const count = Math.min(5_000, Number(values.payments));
const atOnce = Math.min(1_000, Number(values['at-once']));

const database = await openOwnDatabase();
const razorpay = new RazorpayStandIn();
await razorpay.start();
const app = await openTestApp(
  { uri: database.uri, name: DATABASE },
  { payments: razorpay.paymentsOfTests() },
);
const { provider } = app.payments;
if (!provider) throw new Error('This app takes no payments.');
const notifications = new Notifications(app, provider, (error) => console.error(error));
const server = Fastify();
await server.register(webhookRoute, { notifications });
const address = await server.listen({ host: '127.0.0.1', port: 0 });
const agent = new Agent({ keepAlive: true, maxSockets: atOnce, maxFreeSockets: atOnce });

try {
  const wallets = Array.from({ length: 50 }, (_, n) => `wallet-${n}`);
  for (const id of wallets) await openWallet(app, id);
  const genuine: Webhook[] = [];
  for (let n = 0; n < count; n += 1) genuine.push(...(await paid(wallets[n % wallets.length] ?? '', n)));
  const forged = genuine.filter((_, n) => n % 9 === 0).map((one) => ({ ...one, headers: unsigned(one) }));
  const storm = [...genuine, ...forged].sort((a, b) => place(a.body) - place(b.body));

  // Node accepts one new connection in each round of its event loop, and this process is both ends: that is not measured.
  await Promise.all(forged.slice(0, atOnce).map(deliver));
  const waits: number[] = [];
  const next = storm.values();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const one of next) waits.push(await deliver(one));
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  await notifications.settled();
  const balances = await app.stores.wallets.load(wallets);
  const credited = [...balances.values()].reduce((sum, { balance }) => sum + balance, 0n);
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number) => `${(sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(0)} ms`;
  console.log(
    `${storm.length} notifications, ${atOnce} at once, in ${seconds.toFixed(1)} s: half heard within ${at(0.5)}, ` +
      `99 % within ${at(0.99)}, the last within ${at(1)}.`,
  );
  const isRight = credited === BigInt(count) * 100_00n;
  console.log(isRight ? 'Each payment was credited once.' : `Credited: ${credited} paise, which is wrong.`);
  if (!isRight) process.exitCode = 1;
} finally {
  agent.destroy();
  await server.close();
  await app.close();
  await razorpay.stop();
  await database.stop();
}

/** A payment of a hundred rupees, and all that Razorpay tells of it. */
async function paid(customerId: string, n: number): Promise<Webhook[]> {
  const terms = { customerId, amount: 100_00n, method: 'UPI', note: null } as const;
  const started = await startTopUp(app, { ...terms, idempotencyKey: freshKey('bench') });
  if ('refused' in started) throw new Error(started.refused.code);
  const id = started.topUp.providerIds[0] ?? '';
  const payment = razorpay.pay(id);
  const told = (kind: string, entities: Parameters<typeof webhook>[1]) =>
    webhook(kind, entities, `evt_${n}_${kind}`);
  return [
    told('payment.authorized', { payment: { ...payment, status: 'authorized' } }),
    told('payment.captured', { payment }),
    told('order.paid', { payment, order: { id: payment['order_id'] } }),
    told('payment_link.paid', { payment_link: razorpay.links.get(id), payment }),
  ];
}

function unsigned({ headers }: Webhook): Webhook['headers'] {
  return { ...headers, 'x-razorpay-signature': 'f'.repeat(64) };
}

/** Somewhere in the storm, the same at every run. */
function place(body: Webhook['body']): number {
  let state = 7;
  for (const character of String(body)) state = (Math.imul(state, 31) + character.charCodeAt(0)) >>> 0;
  return state;
}

/** Sends a notification over HTTP; how long it took to be acknowledged or refused, in milliseconds. */
async function deliver({ body, headers }: Webhook): Promise<number> {
  const sent = performance.now();
  const call = request(`${address}${WEBHOOK_PATH}`, { method: 'POST', headers, agent });
  call.end(body);
  const [response] = (await once(call, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
  response.resume();
  await once(response, 'end');
  if (response.statusCode >= 500) throw new Error(`Answered with ${response.statusCode}.`);
  return performance.now() - sent;
}
