import {
  advancedJob,
  isOfFile,
  type FileJob,
  type Job,
  type JobKind,
  type JobRow,
  type RowProblem,
} from '../domain/job.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import { decideRows, prepared, readsOfRows, type PreparedPart } from './job-rows-decision.ts';
import { makeNextCodes } from './make-voucher-codes.ts';
import { issueNextCards } from './start-gift-card-batch.ts';
import { problemOf } from './row-problem.ts';

/** The rows of a part, the part and the job move on in one transaction; a job that does not run any more is left as it is. */
const runPart: UseCase<PreparedPart, Job | null> = {
  name: 'runJobPart',
  reads: (asked) => ({ ...readsOfRows(asked), jobs: [asked.job.id], jobParts: [asked.part.id] }),
  decide: (asked, work, context) => {
    const job = work.get('jobs', asked.job.id) ?? null;
    const part = work.get('jobParts', asked.part.id);
    const isDue = job?.status === 'RUNNING' && job.round === asked.job.round && job.next === part?.part;
    // Whoever was erased since the part was read is in none of its rows any more.
    if (!job || !part || !isDue || part.version !== asked.part.version) return job;
    const outcomes = decideRows(asked, work, context);
    let [done, credited] = [0, 0n];
    const failed: JobRow[] = part.rows.filter(({ problem }) => problem !== null);
    const read = new Set(asked.rows.map(({ row }) => row.row));
    for (const row of part.rows)
      if (row.problem === null && !read.has(row.row)) failed.push({ ...row, problem: ERASED });
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

/** It could be read when it came. */
const ERASED: RowProblem = {
  ...{ column: null, code: 'INVALID_INPUT' },
  problem: 'This customer was erased, and what the file said of them.',
};

function isRefusalOf(outcome: ReturnType<typeof decideRows>[number]) {
  return typeof outcome === 'object' && isRefusal(outcome);
}

async function runNextRows(app: App, job: FileJob): Promise<Job | null> {
  const part = await app.stores.jobParts.ofJob(job, job.next);
  if (!part) throw new Error(`Part ${job.next} of ${job.id} is missing.`);
  return app.engine.submit(runPart, prepared(job, part, app.ids), 'BACKGROUND');
}

function runNext(app: App, job: Job): Promise<Job | null> {
  if (isOfFile(job)) return runNextRows(app, job);
  return job.kind === 'GIFT_CARD_BATCH' ? issueNextCards(app, job) : makeNextCodes(app, job);
}

/** What was done in a round, and of which jobs nothing could be. */
export interface JobsRun {
  readonly parts: number;
  readonly failures: readonly { readonly jobId: string; readonly error: unknown }[];
}

/** What a part came to. */
export interface RowsDone {
  readonly kind: JobKind;
  readonly done: number;
  readonly failed: number;
}

export interface RunOptions {
  /** Whether a job is left alone for now. */
  readonly isHeld?: (jobId: string) => boolean;
  readonly onRows?: (rows: RowsDone) => void;
}

const MOST_JOBS = 100;

/** Does the next part of every job that runs and is not left alone. One whose part cannot be done keeps no other from going on. */
export async function runJobs(app: App, { isHeld, onRows }: RunOptions = {}): Promise<JobsRun> {
  const oldest = { order: 'OLDEST_FIRST', limit: MOST_JOBS } as const;
  const running = await app.stores.jobs.list({ statuses: ['RUNNING'] }, oldest);
  const due = running.filter(({ id }) => isHeld?.(id) !== true);
  const failures: { jobId: string; error: unknown }[] = [];
  for (const job of due) {
    try {
      const after = await runNext(app, job);
      const { kind } = job;
      if (after) onRows?.({ kind, done: after.done - job.done, failed: after.failed - job.failed });
    } catch (error) {
      failures.push({ jobId: job.id, error });
    }
  }
  return { parts: due.length - failures.length, failures };
}
