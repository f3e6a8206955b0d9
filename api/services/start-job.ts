import { actId, type ActName } from '../domain/act.ts';
import { mayBeginAnew, maySteer, openedJob, type FileJobKind, type Job } from '../domain/job.ts';
import { columnsFault } from '../domain/job-rows.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { intentOf, keyDigest } from './idempotency.ts';
import type { Refused } from './outcome.ts';
import { record } from './record-act.ts';

export interface StartJob {
  readonly kind: FileJobKind;
  readonly fileName: string;
  /** Of the file as it is, made by whoever sends it. */
  readonly fileHash: string;
  readonly columns: readonly string[];
  /** How many rows will come. */
  readonly total: number;
  readonly idempotencyKey: string;
}

export interface JobAnswer {
  readonly job: Job;
  /** True where nothing was done because it had been done before: for a file, because it is known. */
  readonly replayed: boolean;
}

interface Asked {
  readonly id: string;
  readonly key: string;
  readonly intent: string;
  readonly caller: Caller;
  readonly input: StartJob;
}

const ACTS = { BULK_CREDIT: 'startBulkCredit', CUSTOMER_IMPORT: 'importCustomers' } as const satisfies Record<
  FileJobKind,
  ActName
>;

const useCase: UseCase<Asked, JobAnswer | Refused> = {
  name: 'startJob',
  reads: ({ id }) => ({ jobs: [id] }),
  decide: ({ id, caller, input, key, intent }, work, { now: createdAt }) => {
    const before = work.get('jobs', id) ?? null;
    const used = before?.keys.find((known) => known.key === key);
    if (used && used.intent !== intent)
      return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: used.at } };
    if (before && (used || !mayBeginAnew(before))) {
      // Whose rows are still to come is not taken up by other columns half way.
      const isOther = before.total !== input.total || before.columns.join() !== input.columns.join();
      return isOther && before.status === 'UPLOADING'
        ? { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: before.createdAt } }
        : { job: before, replayed: true };
    }
    if (before && !maySteer(before))
      return { refused: { code: 'INVALID_INPUT', field: 'fileHash', problem: 'It was stopped too often.' } };
    const { idempotencyKey: _, ...file } = input;
    const keys = [...(before?.keys ?? []), { key, intent, at: createdAt }];
    const by = { startedBy: caller.actor, requestId: caller.requestId, createdAt, keys };
    const job = openedJob({ id, ...file, ...by }, before);
    work.put('jobs', id, job);
    const act = ACTS[input.kind];
    record(work, { now: createdAt }, caller, {
      ...{ id: actId(act, id, job.round), act, subject: { kind: 'JOB', id } },
      after: [
        { key: 'fileName', value: job.fileName },
        { key: 'rows', value: String(job.total) },
      ],
    });
    return { job, replayed: false };
  },
};

/** Takes up a file of rows. The same file again is answered with what became of it, and does nothing. */
export async function startJob(app: App, caller: Caller, input: StartJob): Promise<JobAnswer | Refused> {
  const refused = whyNotTaken(input, app.policy.maxJobRows);
  if (refused) return { refused };
  const id = `job_${keyDigest(`${input.kind}:${input.fileHash}`)}`;
  const key = keyDigest(`${caller.actor.id}:${input.idempotencyKey}`);
  return app.engine.submit(useCase, { id, caller, input, key, intent: intentOf(useCase.name, input) });
}

function whyNotTaken({ kind, total, columns }: StartJob, most: number): Refusal | null {
  if (total < 1 || total > most)
    return { code: 'INVALID_INPUT', field: 'rows', problem: `A file has 1 to ${most} rows.` };
  const problem = columnsFault(kind, columns);
  return problem === null ? null : { code: 'INVALID_INPUT', field: 'columns', problem };
}
