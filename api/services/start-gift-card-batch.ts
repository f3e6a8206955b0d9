import { actId } from '../domain/act.ts';
import { addDays, dayOf, endOfDay, type Instant } from '../domain/calendar.ts';
import { decideCard } from '../domain/gift-card/decide-card.ts';
import { MOST_CARDS_OF_BATCH, whyNotIssued } from '../domain/gift-card/gift-card.ts';
import { advancedJob, changedJob, openedJob, ROWS_OF_A_PART, type Job } from '../domain/job.ts';
import { formatRupees, type Paise } from '../domain/money.ts';
import { isRefusal } from '../domain/refusal.ts';
import { mustBeSaid } from '../domain/wallet/checks.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { batchCardId, batchCall, newGiftCode } from './gift-codes.ts';
import { intentOf, keyDigest } from './idempotency.ts';
import { ISSUE, putCard } from './issue-gift-cards.ts';
import type { Refused } from './outcome.ts';
import { record } from './record-act.ts';
import type { JobAnswer } from './start-job.ts';

export interface StartGiftCardBatch {
  readonly count: number;
  /** Of each, in paise. */
  readonly amount: Paise;
  /** A moment on their last day; null leaves that to the shop. */
  readonly expiresOn: Instant | null;
  readonly reason: string;
  readonly idempotencyKey: string;
}

interface Asked {
  readonly id: string;
  readonly key: string;
  readonly intent: string;
  readonly caller: Caller;
  readonly input: StartGiftCardBatch;
}

const starting: UseCase<Asked, JobAnswer | Refused> = {
  name: 'startGiftCardBatch',
  reads: ({ id }) => ({ jobs: [id] }),
  decide: ({ id, key, intent, caller, input }, work, { now, policy }) => {
    const before = work.get('jobs', id);
    if (before?.keys.some((known) => known.intent === intent)) return { job: before, replayed: true };
    if (before) return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: before.createdAt } };
    const { count, amount, expiresOn, reason } = input;
    const cardsExpireAt = endOfDay(expiresOn ?? addDays(now, policy.giftCards.days));
    if (count < 1 || count > MOST_CARDS_OF_BATCH) {
      const problem = `A batch has 1 to ${MOST_CARDS_OF_BATCH} cards.`;
      return { refused: { code: 'INVALID_INPUT', field: 'count', problem } };
    }
    const terms = { amount, expiresAt: cardsExpireAt };
    const refused = mustBeSaid(reason) ?? whyNotIssued(terms, policy.giftCards, now);
    if (refused) return { refused };
    const file = { fileName: reason, fileHash: id, columns: [], total: count, cardsExpireAt };
    const by = { startedBy: caller.actor, requestId: caller.requestId, createdAt: now };
    const keys = [{ key, intent, at: now }];
    const opened = openedJob({ id, kind: 'GIFT_CARD_BATCH', ...file, ...by, keys }, null);
    const ready = {
      status: 'CHECKED',
      uploaded: count,
      fine: count,
      amount: amount * BigInt(count),
    } as const;
    const job = { ...changedJob(opened, ready, now), version: opened.version };
    work.put('jobs', id, job);
    record(work, { now }, caller, {
      ...{ id: actId('startGiftCardBatch', id), act: 'startGiftCardBatch', reason },
      subject: { kind: 'JOB', id },
      after: [
        { key: 'cards', value: String(count) },
        { key: 'amount', value: formatRupees(amount) },
        { key: 'expiresAt', value: dayOf(cardsExpireAt) },
      ],
    });
    return { job, replayed: false };
  },
};

/**
 * Writes down a batch of gift cards for the server to issue, a part at a time, once somebody lets it begin: within the limit of who does,
 * or with the approval of another (product rule 22).
 */
export function startGiftCardBatch(
  app: App,
  caller: Caller,
  input: StartGiftCardBatch,
): Promise<JobAnswer | Refused> {
  const key = keyDigest(`${caller.actor.id}:${input.idempotencyKey}`);
  const id = `job_${keyDigest(`GIFT_CARD_BATCH:${key}`)}`;
  return app.engine.submit(starting, { id, key, intent: intentOf(starting.name, input), caller, input });
}

/** The cards of a part and how far the job is, in one transaction: none is issued twice and none left out. */
const issuingPart: UseCase<{ readonly app: App; readonly job: Job }, Job | null> = {
  name: 'issueGiftCardsPart',
  reads: ({ job }) => ({ jobs: [job.id] }),
  decide: ({ app, job: { id, next } }, work, { now, policy }) => {
    const job = work.get('jobs', id) ?? null;
    // Another process has done it, or somebody has paused it.
    if (job?.status !== 'RUNNING' || job.next !== next) return job;
    const { startedBy: actor, requestId, fileName: reason, cardsExpireAt: expiresAt = 0 } = job;
    const amount = job.amount / BigInt(job.total);
    const context = { now, terms: policy.giftCards, actor, requestId, name: ISSUE, intent: null };
    const size = Math.min(ROWS_OF_A_PART, job.total - next * ROWS_OF_A_PART);
    let failed = 0;
    for (let n = 0; n < size; n += 1) {
      const cardId = batchCardId(job, next * ROWS_OF_A_PART + n + 1);
      const { onCard } = newGiftCode(app, cardId, batchCall(job));
      const command = { kind: 'ISSUE', amount, funding: 'GRANTED', expiresAt, reason, ...onCard } as const;
      const issued = decideCard(null, command, cardId, context);
      // Their last day is over, or the shop has changed what a card may hold.
      if (isRefusal(issued)) failed += 1;
      else putCard(work, issued);
    }
    const after = advancedJob(job, { done: size - failed, failed, credited: 0n }, now);
    work.put('jobs', id, after);
    return after;
  },
};

/** Issues the cards of the next part of a batch. */
export function issueNextCards(app: App, job: Job): Promise<Job | null> {
  return app.engine.submit(issuingPart, { app, job }, 'BACKGROUND');
}
