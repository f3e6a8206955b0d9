import { runJobs } from '../../api/services/run-job.ts';
import { openTestApp } from './app.ts';
import type { TestDatabase } from './database.ts';

/** A process of the API that works through files: says when it begins, each time something is committed, and its end. */
const plan = JSON.parse(process.argv[2] ?? '') as TestDatabase;
const app = await openTestApp(plan, {
  observer: { queued: () => {}, retried: () => {}, committed: () => say('COMMITTED') },
});
say('BEGUN');
while ((await runJobs(app)).parts > 0);
say('DONE');
await app.close();

/** Pipes are written at once, so what was said has left this process whatever happens to it next. */
function say(word: string): void {
  process.stdout.write(`${word}\n`);
}
