import { bulkAddCredits } from '../../api/services/bulk-add-credits.ts';
import { callerOf, openTestApp } from './app.ts';
import type { BulkPlan } from './bulk-process.ts';
import { bulkOf, bulkRow } from './acts.ts';

/** A process of the API in the middle of a bulk credit: says when it begins, each time something is committed, and its end. */
const plan = JSON.parse(process.argv[2] ?? '') as BulkPlan;
const app = await openTestApp(plan, {
  observer: { queued: () => {}, retried: () => {}, committed: () => say('COMMITTED') },
});
const rows = plan.customers.map((customer) => bulkRow(customer));
say('BEGUN');
await bulkAddCredits(app, callerOf('ADMIN'), bulkOf(rows, plan.mode, { key: plan.key }));
say('DONE');
await app.close();

/** Pipes are written at once, so what was said has left this process whatever happens to it next. */
function say(word: string): void {
  process.stdout.write(`${word}\n`);
}
