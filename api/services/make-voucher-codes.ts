import { actId } from '../domain/act.ts';
import { MOST_CODES, statusOf } from '../domain/campaign.ts';
import { advancedJob, changedJob, openedJob, ROWS_OF_A_PART, type Job } from '../domain/job.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { intentOf, keyDigest } from './idempotency.ts';
import type { Refused } from './outcome.ts';
import { record } from './record-act.ts';
import type { JobAnswer } from './start-job.ts';
import { newVoucherCode } from './voucher-codes.ts';

export interface MakeVoucherCodes {
  readonly campaignId: string;
  readonly count: number;
  readonly idempotencyKey: string;
}

interface Asked {
  readonly id: string;
  readonly key: string;
  readonly intent: string;
  readonly caller: Caller;
  readonly input: MakeVoucherCodes;
}

const starting: UseCase<Asked, JobAnswer | Refused> = {
  name: 'makeVoucherCodes',
  reads: ({ id, input: { campaignId } }) => ({ jobs: [id], campaigns: [campaignId] }),
  decide: ({ id, key, intent, caller, input: { campaignId, count } }, work, { now }) => {
    const before = work.get('jobs', id);
    if (before?.keys.some((known) => known.intent === intent)) return { job: before, replayed: true };
    if (before) return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: before.createdAt } };
    const campaign = work.get('campaigns', campaignId);
    if (!campaign) return { refused: { code: 'CAMPAIGN_NOT_FOUND' } };
    if (campaign.codes === 'SHARED')
      return wrong('campaignId', 'This campaign has one code for all, and needs no others.');
    if (statusOf(campaign, now) === 'ENDED')
      return { refused: { code: 'CAMPAIGN_ENDED', since: campaign.endsAt } };
    const left = MOST_CODES - campaign.codeCount;
    if (count < 1 || count > left) return wrong('count', `It can have 1 to ${left} more codes.`);
    const file = { fileName: campaign.name, fileHash: campaignId, columns: [], total: count, campaignId };
    const by = { startedBy: caller.actor, requestId: caller.requestId, createdAt: now };
    const opened = openedJob(
      { id, kind: 'VOUCHER_CODES', ...file, ...by, keys: [{ key, intent, at: now }] },
      null,
    );
    const begun = { status: 'RUNNING', uploaded: count, fine: count, startedAt: now } as const;
    const job = { ...changedJob(opened, begun, now), version: opened.version };
    work.put('jobs', id, job);
    record(work, { now }, caller, {
      ...{ id: actId('makeVoucherCodes', id), act: 'makeVoucherCodes' },
      ...{ subject: { kind: 'CAMPAIGN', id: campaignId }, after: [{ key: 'codes', value: String(count) }] },
    });
    return { job, replayed: false };
  },
};

function wrong(field: string, problem: string): Refused {
  return { refused: { code: 'INVALID_INPUT', field, problem } };
}

/** Has the server make codes for a campaign, a part at a time. */
export function makeVoucherCodes(
  app: App,
  caller: Caller,
  input: MakeVoucherCodes,
): Promise<JobAnswer | Refused> {
  const key = keyDigest(`${caller.actor.id}:${input.idempotencyKey}`);
  const id = `job_${keyDigest(`VOUCHER_CODES:${key}`)}`;
  return app.engine.submit(starting, { id, key, intent: intentOf(starting.name, input), caller, input });
}

/** The codes of a part and how far the job and the campaign are, in one transaction: none is made twice and none left out. */
const makingPart: UseCase<{ readonly app: App; readonly job: Job; readonly campaignId: string }, Job | null> =
  {
    name: 'makeVoucherCodesPart',
    reads: ({ job, campaignId }) => ({ jobs: [job.id], campaigns: [campaignId] }),
    decide: ({ app, job: { id }, campaignId }, work, { now }) => {
      const job = work.get('jobs', id);
      const campaign = work.get('campaigns', campaignId);
      if (job?.status !== 'RUNNING' || !campaign) return job ?? null;
      const done = Math.min(ROWS_OF_A_PART, job.total - job.done, MOST_CODES - campaign.codeCount);
      for (let number = campaign.codeCount + 1; number <= campaign.codeCount + done; number += 1) {
        const code = newVoucherCode(app, campaignId, number);
        work.put('voucherCodes', code.id, code);
      }
      const { version, codeCount } = campaign;
      work.put('campaigns', campaignId, { ...campaign, version: version + 1, codeCount: codeCount + done });
      const after = advancedJob(job, { done, failed: 0, credited: 0n }, now);
      work.put('jobs', id, after);
      return after;
    },
  };

/** Does the next part of a job that makes codes. */
export async function makeNextCodes(app: App, job: Job): Promise<Job | null> {
  const { campaignId } = job;
  if (campaignId === undefined) throw new Error(`${job.id} does not say of which campaign.`);
  return app.engine.submit(makingPart, { app, job, campaignId }, 'BACKGROUND');
}
