import { createInterface } from 'node:readline';
import { openTestApp } from './app.ts';
import { withOwnEngine } from './engine.ts';
import type { HoldingPlan } from './holding-process.ts';
import { HoldingStore } from './holding-store.ts';
import { spend } from './spending.ts';

/** A process of the API in the middle of a debit: says when it has written and not committed, waits to be told, and goes on. */
const plan = JSON.parse(process.argv[2] ?? '') as HoldingPlan;
const told = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

const app = await openTestApp(plan);
const wallets = new HoldingStore(app, app.database, () => {
  say('HELD');
  return told.next();
});
const own = withOwnEngine(app, {}, { stores: { ...app.stores, wallets } });
await spend(own, plan.wallet, 1_00n, plan.key);
say(`DONE after ${own.diary.retries.length} retries`);
await told.next();
await app.close();

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}
