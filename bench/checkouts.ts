/**
 * npm run chaos:checkouts [-- --seconds 70 --kills 10 --processes 2 --seed 1]: customers pay orders with credits, gift cards
 * that others use at the same time and a payment, which is made, made twice, declined, made of another amount, made after it was
 * called off or its time was over, never made or not told of, and may go back in parts or whole and be disputed, while the servers are killed and started again. Every call is sent again under its key until it is answered. In the end the
 * audit is clean, nothing is held any more, each paid order has its payment at the provider, and no payment there is unknown here.
 */
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { runAudit } from '../api/audit/run-audit.ts';
import { defaultPolicy } from '../api/domain/policy.ts';
import { connect, disconnect } from '../api/persistence/connection.ts';
import { RazorpayStandIn, SECRET } from '../tests/support/razorpay.ts';
import { Buyers, SERVICE } from './lib/buyers.ts';
import { CheckoutBooks } from './lib/checkout-books.ts';
import { Door } from './lib/door.ts';
import { DATABASE, openOwnDatabase } from './lib/own-database.ts';
import { Shop } from './lib/shop.ts';

const CUSTOMERS = 20;
const CALLERS = 12;
const CARDS = 900;
const OPEN_MINUTES = 1;
/** Until what nobody was told of has been asked about. */
const SETTLED_WITHIN_MS = 120_000;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '70' },
    kills: { type: 'string', default: '10' },
    processes: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
  },
});
const seconds = Math.min(600, Number(values.seconds));
const kills = Number(values.kills);
const count = Math.min(4, Number(values.processes));

const database = await openOwnDatabase();
const dataDirectory = await mkdtemp(join(tmpdir(), 'wallet-chaos-'));
const customers = Array.from({ length: CUSTOMERS }, (_, n) => `buyer-${n}`);
const shop = await Shop.open(database.uri, DATABASE);
const checking = await connect(database.uri, DATABASE);
await shop.fund(customers, 1);
const razorpay = new RazorpayStandIn();
await razorpay.start();

const settings = {
  SERVICE_ACCOUNTS: SERVICE.id,
  PAYMENT_PROVIDER: 'razorpay',
  RAZORPAY_URL: razorpay.url,
  RAZORPAY_KEY_ID: 'rzp_live_bench',
  RAZORPAY_KEY_SECRET: 'key-secret',
  RAZORPAY_WEBHOOK_SECRETS: SECRET,
  PAYMENT_POLL_AFTER_SECONDS: '5',
  PAYMENT_POLL_INTERVAL_SECONDS: '1',
  CHECKOUT_MINUTES: String(OPEN_MINUTES),
};
const doors: Door[] = [];
const place = { uri: database.uri, databaseName: DATABASE, dataDirectory, settings };
for (let n = 0; n < count; n += 1) doors.push(await Door.open(place));

const buyers = new Buyers(doors, razorpay, customers, OPEN_MINUTES * 60_000);
await buyers.giveCards(CARDS);
const books = await CheckoutBooks.open(checking, razorpay);
let step = 0;
let isOver = false;
const random = numbersFrom(Number(values.seed));
const buying = Promise.all(
  Array.from({ length: CALLERS }, async () => {
    while (!isOver) await buyers.buy((step += 1), { random });
  }),
);
for (let kill = 0; kill < kills; kill += 1) {
  await sleep((seconds * 1_000) / (kills + 1));
  const door = doors[kill % doors.length] as Door;
  await door.kill();
  await door.start();
}
await sleep((seconds * 1_000) / (kills + 1));
isOver = true;
await buying;

const began = performance.now();
await settled();
await buyers.payTheRest();
await settled();

const elapsed = () => performance.now();
const report = await runAudit({ database: checking, policy: defaultPolicy, now: Date.now(), elapsed });
const faults = await books.faults(buyers.bought);
console.log(
  [
    `\`npm run chaos:checkouts -- --seconds ${seconds} --kills ${kills} --processes ${count} --seed ${values.seed}\``,
    '',
    `- ${step} orders, ${buyers.bought.length} begun, ${buyers.claims} cards claimed, ${buyers.returns} times given back, ${buyers.disputes} payments disputed, ${kills} kills in ${seconds} s`,
    `- ends: ${JSON.stringify(await books.ends(buyers.bought))}`,
    `- refusals: ${JSON.stringify(Object.fromEntries(buyers.refusals))}`,
    `- settled ${Math.round(performance.now() - began)} ms after the last order`,
    `- ${await books.backs()}`,
    `- the audit found ${report.violations} violations${report.violations > 0 ? `: ${JSON.stringify(report.invariants.filter(({ violations }) => violations > 0))}` : ''}`,
    `- ${faults.length === 0 ? 'each paid order has its payment, each payment is known, nothing is held' : faults.join('\n- ')}`,
  ].join('\n'),
);
if (report.violations > 0 || faults.length > 0) process.exitCode = 1;

for (const door of doors) await door.stop();
await razorpay.stop();
await disconnect(checking);
await shop.close();
await database.stop();
await rm(dataDirectory, { recursive: true, force: true });

/** Waits until all that was begun has come to its end, for a while. */
async function settled(): Promise<void> {
  const from = performance.now();
  while (!(await books.areSettled(buyers.bought)) && performance.now() - from < SETTLED_WITHIN_MS)
    await sleep(500);
}

/** The same numbers between 0 and 1 for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
