import { advancedJob, type Job, type JobRow } from '../domain/job.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import { decideRows, prepared, readsOfRows, type PreparedPart } from './job-rows-decision.ts';
import { problemOf } from './row-problem.ts';

/** The rows of a part, the part and the job move on in one transaction; a job that does not run any more is left as it is. */
const runPart: UseCase<PreparedPart, Job | null> = {
  name: 'runJobPart',
  reads: (asked) => ({ ...readsOfRows(asked), jobs: [asked.job.id], jobParts: [asked.part.id] }),
  decide: (asked, work, context) => {
    const job = work.get('jobs', asked.job.id) ?? null;
    const part = work.get('jobParts', asked.part.id);
    const isDue = job?.status === 'RUNNING' && job.round === asked.job.round && job.next === part?.part;
    if (!job || !part || !isDue) return job;
    const outcomes = decideRows(asked, work, context);
    let [done, credited] = [0, 0n];
    const failed: JobRow[] = part.rows.filter(({ problem }) => problem !== null);
    for (const [n, outcome] of outcomes.entries()) {
      const row = asked.rows[n]?.row;
      if (!row) continue;
      if (isRefusalOf(outcome)) failed.push({ ...row, problem: problemOf(outcome) });
      else [done, credited] = [done + 1, credited + outcome];
    }
    // What was done, the journals say.
    const rows = failed.toSorted((a, b) => a.row - b.row);
    work.put('jobParts', part.id, { ...part, version: part.version + 1, rows });
    const after = advancedJob(job, { done, failed: failed.length, credited }, context.now);
    work.put('jobs', job.id, after);
    return after;
  },
};

function isRefusalOf(outcome: ReturnType<typeof decideRows>[number]) {
  return typeof outcome === 'object' && isRefusal(outcome);
}

/**
 * Does the next part of every job that runs, and answers whether there was one. A job whose part cannot be done keeps no other
 * from going on; that error is thrown at the end.
 */
export async function runJobs(app: App): Promise<boolean> {
  const running = await app.stores.jobs.list(
    { statuses: ['RUNNING'] },
    { order: 'OLDEST_FIRST', limit: 100 },
  );
  const troubles: unknown[] = [];
  for (const job of running) {
    try {
      const part = await app.stores.jobParts.ofJob(job, job.next);
      if (!part) throw new Error(`Part ${job.next} of ${job.id} is missing.`);
      await app.engine.submit(runPart, prepared(job, part, app.ids), 'BACKGROUND');
    } catch (error) {
      troubles.push(error);
    }
  }
  if (troubles.length > 0) throw troubles[0];
  return running.length > 0;
}
