import {
  isEnded,
  isOfFile,
  jobEnded,
  changedJob,
  partIdOf,
  ROWS_OF_A_PART,
  type FileJob,
  type Job,
  type JobPart,
  type JobRow,
  type RowProblem,
} from '../domain/job.ts';
import { isProblem, LONGEST_CELL, readRow } from '../domain/job-rows.ts';
import { CUSTOMER_ID } from '../domain/text-forms.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import { intentOf } from './idempotency.ts';
import { decideRows, prepared, readsOfRows, type PreparedPart } from './job-rows-decision.ts';
import type { Refused } from './outcome.ts';
import { problemOf } from './row-problem.ts';

export interface AddJobRows {
  readonly jobId: string;
  /** The place of the first of them among all rows, counted from 0. */
  readonly from: number;
  readonly rows: readonly (readonly string[])[];
}

/** The job with these rows, and those among them that cannot be done. */
export interface RowsAdded {
  readonly job: Job;
  readonly problems: readonly JobRow[];
  readonly replayed: boolean;
}

const MOST_CELLS = 20;

const useCase: UseCase<PreparedPart, RowsAdded | Refused> = {
  name: 'addJobRows',
  reads: (asked) => ({ ...readsOfRows(asked), jobs: [asked.job.id], jobParts: [asked.part.id] }),
  decide: (asked, work, context) => {
    const job = work.get('jobs', asked.job.id);
    if (!job || job.round !== asked.job.round) return { refused: { code: 'JOB_NOT_FOUND' } };
    const known = work.get('jobParts', asked.part.id);
    if (known && known.intent !== asked.part.intent)
      return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: known.createdAt } };
    if (known) return { job, problems: problemsIn(known), replayed: true };
    if (isEnded(job)) return { refused: jobEnded(job) };
    if (job.status !== 'UPLOADING' || asked.part.first !== job.uploaded)
      return {
        refused: { code: 'INVALID_INPUT', field: 'from', problem: `Row ${job.uploaded} comes next.` },
      };
    // Decided dry, by what will decide it later: nothing of that stays but what is wrong.
    const outcomes = decideRows(asked, work, context);
    work.discard();
    const refused = new Map<number, RowProblem>();
    let amount = 0n;
    for (const [n, outcome] of outcomes.entries()) {
      const row = asked.rows[n]?.row.row ?? -1;
      if (typeof outcome === 'bigint') amount += outcome;
      else refused.set(row, problemOf(outcome));
    }
    const rows = asked.part.rows.map((row) => ({
      ...row,
      problem: row.problem ?? refused.get(row.row) ?? null,
    }));
    const part: JobPart = { ...asked.part, rows, createdAt: context.now };
    const problems = problemsIn(part);
    const uploaded = job.uploaded + rows.length;
    const after = changedJob(
      job,
      {
        ...{ uploaded, fine: job.fine + rows.length - problems.length, amount: job.amount + amount },
        ...{ refused: job.refused + problems.length },
        ...(uploaded === job.total && { status: 'CHECKED' }),
      },
      context.now,
    );
    work.put('jobParts', part.id, part);
    work.put('jobs', job.id, after);
    return { job: after, problems, replayed: false };
  },
};

/**
 * Takes the next rows of a file, and says what is wrong with which. All parts but the last have `ROWS_OF_A_PART` rows. Nothing
 * is done with them before the job is started; sent again, the same rows change nothing.
 */
export async function addJobRows(
  app: App,
  { jobId, from: asked, rows }: AddJobRows,
): Promise<RowsAdded | Refused> {
  // Minus nothing is nothing, and no whole number to the database.
  const from = asked || 0;
  const job = (await app.stores.jobs.load([jobId])).get(jobId);
  if (!job || !isOfFile(job)) return { refused: { code: 'JOB_NOT_FOUND' } };
  const part = from / ROWS_OF_A_PART;
  const expected = Math.min(ROWS_OF_A_PART, job.total - from);
  if (!Number.isInteger(part) || from < 0 || from >= job.total || rows.length !== expected) {
    const problem = `Send ${ROWS_OF_A_PART} rows at a time, and the rest at the end.`;
    return { refused: { code: 'INVALID_INPUT', field: 'rows', problem } };
  }
  const cells = rows.map((row) =>
    row.slice(0, MOST_CELLS).map((cell) => [...cell.trim()].slice(0, LONGEST_CELL).join('')),
  );
  const first = { id: partIdOf(job, part), version: 1, jobId, part, first: from };
  const read = await readAll(app, job, from, cells);
  const intent = intentOf(useCase.name, { rows: cells });
  return app.engine.submit(
    useCase,
    prepared(job, { ...first, intent, rows: read, createdAt: app.now() }, app.ids),
    'BACKGROUND',
  );
}

/** The rows with what cannot be understood of each, and references that are there twice. */
async function readAll(
  app: App,
  job: FileJob,
  from: number,
  rows: readonly (readonly string[])[],
): Promise<JobRow[]> {
  const column = job.columns.indexOf('reference');
  const references = column < 0 ? [] : rows.flatMap((cells) => cells[column] || []);
  const known =
    references.length > 0 && from > 0
      ? await app.stores.jobParts.withReferences(job, column, references)
      : new Set();
  return rows.map((cells, n) => {
    const read = readRow(job.kind, job.columns, cells);
    const reference = cells[column] ?? '';
    const isTwice = reference !== '' && known.has(reference);
    if (reference !== '') known.add(reference);
    const problem = isProblem(read) ? read : isTwice ? TWICE : null;
    // Also of a row that is wrong elsewhere: whoever is erased is found in it.
    const named = cells[job.columns.indexOf('customer_id')] ?? '';
    const customerId = CUSTOMER_ID.test(named) ? named : null;
    return { row: from + n, customerId, cells, problem };
  });
}

const TWICE: RowProblem = {
  ...{
    column: 'reference',
    code: 'INVALID_INPUT',
    problem: 'Another row of the file has the same reference.',
  },
};

function problemsIn({ rows }: JobPart): JobRow[] {
  return rows.filter(({ problem }) => problem !== null);
}
