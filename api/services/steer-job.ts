import { isWithin, limitOf, withUsed } from '../domain/act-limits.ts';
import { actId } from '../domain/act.ts';
import { ended, isOpen, slotId, type Approval } from '../domain/approval.ts';
import type { ActSubject } from '../domain/act.ts';
import { changedJob, isEnded, jobEnded, maySteer, type Job } from '../domain/job.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { Reads, Scope } from '../ledger/working-set.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { finish } from './finish-approval.ts';
import { intentOf, keyDigest } from './idempotency.ts';
import type { Refused } from './outcome.ts';
import { record } from './record-act.ts';
import type { JobAnswer } from './start-job.ts';
import { askAnother, daysOf, freeSlot, useOfDay } from './within-limits.ts';

export type Steering = 'resumeJob' | 'pauseJob' | 'stopJob';

export interface SteerJob {
  readonly jobId: string;
  readonly idempotencyKey: string;
}

/** The job as it is, and what another person has to decide before it begins, or has decided. */
export interface JobSteered extends JobAnswer {
  readonly approval: Approval | null;
}

interface Asked {
  readonly act: Steering;
  readonly caller: Caller;
  readonly jobId: string;
  readonly key: string;
  readonly intent: string;
  readonly days: readonly string[];
  /** The approval that the job names, as far as was known before it was read to be decided on. */
  readonly approvalId: string | null;
}

/** What a job credits counts with what is credited in bulk otherwise. */
const LIMITED = 'bulkAddCredits';

const useCase: UseCase<Asked, JobSteered | Refused> = {
  name: 'steerJob',
  reads: (asked) => ({
    ...{ jobs: [asked.jobId], limitUses: asked.days },
    approvals: [approvalIdOf(asked), ...(asked.approvalId === null ? [] : [asked.approvalId])],
    approvalSlots: [slotId({ act: LIMITED, subject: subjectOf(asked.jobId) })],
  }),
  decide: (asked, work, context) => {
    const job = work.get('jobs', asked.jobId);
    if (!job) return { refused: { code: 'JOB_NOT_FOUND' } };
    const approval = work.get('approvals', approvalIdOf(asked)) ?? null;
    const used = job.keys.find(({ key }) => key === asked.key) ?? approval;
    if (used && used.intent !== asked.intent)
      return {
        refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: 'at' in used ? used.at : used.createdAt },
      };
    if (used) return { job, approval, replayed: true };
    if (isEnded(job)) return { refused: jobEnded(job) };
    if (asked.act !== 'stopJob' && !maySteer(job))
      return { refused: notNow('It was steered too often: stop it.') };
    const steered = STEER[asked.act](job, asked, work, context);
    if (isRefusal(steered)) return { refused: steered };
    if ('waiting' in steered) return { job: steered.job, approval: steered.waiting, replayed: false };
    const { key, intent, caller, act } = asked;
    const after = { ...steered, keys: [...job.keys, { key, intent, at: context.now }] };
    work.put('jobs', job.id, after);
    record(work, context, caller, {
      ...{ id: actId(act, job.id, after.version), act, subject: subjectOf(job.id) },
      before: [{ key: 'status', value: job.status }],
      after: [{ key: 'status', value: after.status }],
    });
    return { job: after, approval: null, replayed: false };
  },
};

interface Waiting {
  readonly job: Job;
  readonly waiting: Approval;
}

type Steer = (job: Job, asked: Asked, work: Scope, context: BatchContext) => Job | Waiting | Refusal;

const STEER: { readonly [S in Steering]: Steer } = {
  resumeJob: (job, asked, work, context) => {
    if (job.status === 'UPLOADING') return notNow(`Row ${job.uploaded} of ${job.total} has yet to come.`);
    if (job.status === 'RUNNING') return notNow('It runs already.');
    return job.status === 'PAUSED'
      ? changedJob(job, { status: 'RUNNING' }, context.now)
      : begin(job, asked, work, context);
  },
  pauseJob: (job, _asked, _work, { now }) =>
    job.status === 'RUNNING' ? changedJob(job, { status: 'PAUSED' }, now) : notNow('It does not run.'),
  stopJob: (job, asked, work, context) => {
    if (job.approvalId !== asked.approvalId)
      return notNow('Somebody has just asked for it to begin. Look again.');
    endAsking(job, asked, work, context);
    return changedJob(job, { status: 'STOPPED', endedAt: context.now }, context.now);
  },
};

/** What waits for another person ends with its job: who asked takes it back, anybody else refuses it. */
function endAsking(job: Job, asked: Asked, work: Scope, context: BatchContext): void {
  const approval = job.approvalId === null ? undefined : work.get('approvals', job.approvalId);
  if (!approval || !isOpen(approval, context.now)) return;
  const by = asked.caller.actor;
  const isOwn = by.id === approval.requestedBy.id;
  const ending = { by, at: context.now, note: isOwn ? null : 'The job was stopped.' };
  freeSlot(approval, work);
  finish(
    approval,
    ended(approval, isOwn ? 'WITHDRAWN' : 'REFUSED', ending),
    { asked, act: isOwn ? 'withdrawApproval' : 'decideApproval' },
    work,
    context,
  );
}

/** Begins a job that is checked: within the limit of whoever begins it alone, above it once another person has approved it. */
function begin(job: Job, asked: Asked, work: Scope, context: BatchContext): Job | Waiting | Refusal {
  if (job.fine === 0) return notNow('No row of it can be done.');
  const { actor, requestId } = asked.caller;
  const by = { startedBy: actor, requestId };
  const limit = limitOf(actor, LIMITED, context.policy);
  if (!limit) return begunJob(job, by, { counted: null, approvalId: null }, context);
  const use = useOfDay(actor, LIMITED, work, context);
  if (isWithin(limit, use, job.amount)) {
    work.put('limitUses', use.id, withUsed(use, job.amount));
    return begunJob(job, by, { counted: job.amount, approvalId: null }, context);
  }
  const approval = askAnother(
    {
      ...{ id: approvalIdOf(asked), act: LIMITED, walletId: null, subject: subjectOf(job.id), input: {} },
      ...{ intent: asked.intent, amount: job.amount, reason: job.fileName, rows: null },
      preview: {
        ...{ seq: 1, rows: job.total, credited: job.fine, total: job.amount, refused: job.refused },
        ...{ refusals: [], mode: 'VALID_ROWS', file: { name: job.fileName, hash: job.fileHash } },
      },
      ...{ requestedBy: actor, requestId, createdAt: context.now },
    },
    use,
    work,
    context,
  );
  if (isRefusal(approval)) return approval;
  const waiting = changedJob(job, { ...by, approvalId: approval.id }, context.now);
  work.put('jobs', job.id, waiting);
  return { job: waiting, waiting: approval };
}

function begunJob(
  job: Job,
  by: Pick<Job, 'startedBy' | 'requestId'>,
  { counted, approvalId }: Pick<Job, 'counted' | 'approvalId'>,
  { now }: BatchContext,
): Job {
  return changedJob(job, { ...by, status: 'RUNNING', counted, approvalId, startedAt: now }, now);
}

/** What an approval of a job reads. */
export function readsOfJob({ subject }: Approval): Reads {
  return { jobs: [subject.id] };
}

/** Lets a job begin that another person has approved, by the name of who asked. Each row is decided anew when its turn comes. */
export function beginApproved(approval: Approval, work: Scope, context: BatchContext): Refused | null {
  const job = work.get('jobs', approval.subject.id);
  if (!job) return { refused: { code: 'JOB_NOT_FOUND' } };
  if (isEnded(job)) return { refused: jobEnded(job) };
  if (job.status !== 'CHECKED' || job.approvalId !== approval.id)
    return { refused: notNow('It has begun already.') };
  const { requestedBy: startedBy, requestId } = approval;
  work.put(
    'jobs',
    job.id,
    begunJob(job, { startedBy, requestId }, { counted: null, approvalId: approval.id }, context),
  );
  return null;
}

/** Begins a job or goes on with it, pauses it, or stops it for good with what it waits for. What is done stays done. */
export async function steerJob(
  app: App,
  caller: Caller,
  act: Steering,
  input: SteerJob,
): Promise<JobSteered | Refused> {
  const key = keyDigest(`${caller.actor.id}:${input.idempotencyKey}`);
  const days = daysOf(caller.actor, LIMITED, app.now());
  const { jobId } = input;
  const job = (await app.stores.jobs.load([jobId])).get(jobId);
  const intent = intentOf(act, input);
  return app.engine.submit(useCase, {
    ...{ act, caller, jobId, key, intent, days },
    approvalId: job?.approvalId ?? null,
  });
}

function approvalIdOf({ jobId, key }: Pick<Asked, 'jobId' | 'key'>): string {
  return `${jobId}:${key}`;
}

function subjectOf(id: string): ActSubject {
  return { kind: 'JOB', id };
}

function notNow(problem: string): Refusal {
  return { code: 'INVALID_INPUT', field: 'jobId', problem };
}
