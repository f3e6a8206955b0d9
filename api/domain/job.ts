import type { Actor } from './actor.ts';
import type { Instant } from './calendar.ts';
import { hasRoom } from './kept-keys.ts';
import type { Paise } from './money.ts';
import type { Refusal, RefusalCode } from './refusal.ts';

export const JOB_KINDS = ['BULK_CREDIT', 'CUSTOMER_IMPORT', 'VOUCHER_CODES', 'GIFT_CARD_BATCH'] as const;
export type JobKind = (typeof JOB_KINDS)[number];
/** Those that work through the rows of a file. */
export type FileJobKind = Exclude<JobKind, 'VOUCHER_CODES' | 'GIFT_CARD_BATCH'>;

/** UPLOADING: rows are still to come. CHECKED: all are here, and nothing is done yet. DONE and STOPPED are ends. */
export const JOB_STATUSES = ['UPLOADING', 'CHECKED', 'RUNNING', 'PAUSED', 'DONE', 'STOPPED'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** As many keys are kept with a job. */
export const MOST_KEYS_OF_JOB = 200;

/** What is done with one row of a file: it is decided in a transaction with so many others. */
export const ROWS_OF_A_PART = 500;

/** A file of rows, or many codes to make or gift cards to issue, that the server works through by itself, a part at a time. */
export interface Job {
  /** Made of the kind and the hash of the file: the same file again is the same job. */
  readonly id: string;
  /** The guard of every write. */
  readonly version: number;
  readonly kind: JobKind;
  readonly status: JobStatus;
  /** For codes, the name of their campaign; for gift cards, why they are issued. */
  readonly fileName: string;
  readonly fileHash: string;
  readonly columns: readonly string[];
  /** Whose codes are made; left out for files. */
  readonly campaignId?: string;
  /** The last instant of the gift cards of a batch; left out for all others. */
  readonly cardsExpireAt?: Instant;
  /** How many rows the file has, or codes to make. */
  readonly total: number;
  /** A file that was stopped before anything was done may be sent again: its rows are then others. */
  readonly round: number;
  /** So many rows have come, from the first on. */
  readonly uploaded: number;
  /** Of those: how many can be done, what they come to in paise, and how many cannot. */
  readonly fine: number;
  readonly amount: Paise;
  readonly refused: number;
  /** The part that is done next. */
  readonly next: number;
  readonly done: number;
  readonly failed: number;
  /** What was credited, in paise. */
  readonly credited: Paise;
  /** What counts against the day of who started it, in paise; null where that took another person, or nothing was started. */
  readonly counted: Paise | null;
  readonly approvalId: string | null;
  /** By whose name it is done. */
  readonly startedBy: Actor;
  readonly requestId: string;
  readonly createdAt: Instant;
  /** When it began to be done; null before. */
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly updatedAt: Instant;
  readonly keys: readonly JobKey[];
}

/** A job that has a file. */
export type FileJob = Job & { readonly kind: FileJobKind };

/** A key under which somebody steered it. */
export interface JobKey {
  readonly key: string;
  readonly intent: string;
  readonly at: Instant;
}

/** Rows of a job that are done together. Once they are, only those that failed are kept. */
export interface JobPart {
  readonly id: string;
  readonly version: number;
  readonly jobId: string;
  /** Its place among the parts of the job, and that of its first row among all rows. */
  readonly part: number;
  readonly first: number;
  /** Fingerprint of its rows. */
  readonly intent: string;
  readonly rows: readonly JobRow[];
  readonly createdAt: Instant;
}

export interface JobRow {
  /** Its place among all rows, counted from 0. */
  readonly row: number;
  /** Whom it names, as far as that can be read. */
  readonly customerId: string | null;
  /** As they came, each cut to what a text may have. */
  readonly cells: readonly string[];
  /** Why it cannot be done, or was not; null where nothing is wrong. */
  readonly problem: RowProblem | null;
}

export interface RowProblem {
  /** The name of the column; null where it is about the whole row. */
  readonly column: string | null;
  readonly code: RefusalCode;
  readonly problem: string;
}

type Opened = Pick<
  Job,
  | 'id'
  | 'kind'
  | 'fileName'
  | 'fileHash'
  | 'columns'
  | 'total'
  | 'startedBy'
  | 'requestId'
  | 'createdAt'
  | 'keys'
  | 'campaignId'
  | 'cardsExpireAt'
>;

/** A job of which no row has come yet; the next round of one that was stopped before anything was done. */
export function openedJob(opened: Opened, before: Job | null): Job {
  const { createdAt: updatedAt } = opened;
  return {
    ...opened,
    ...{ version: (before?.version ?? 0) + 1, round: (before?.round ?? 0) + 1, status: 'UPLOADING' },
    ...{ uploaded: 0, fine: 0, amount: 0n, refused: 0, next: 0, done: 0, failed: 0, credited: 0n },
    ...{ counted: null, approvalId: null, startedAt: null, endedAt: null, updatedAt },
  };
}

/** A version on. */
export function changedJob(job: Job, changes: Partial<Job>, now: Instant): Job {
  return { ...job, ...changes, version: job.version + 1, updatedAt: Math.max(now, job.updatedAt) };
}

/** Whether the same file may be sent once more: it was stopped, and nothing of it had been done. */
export function mayBeginAnew({ status, next }: Job): boolean {
  return status === 'STOPPED' && next === 0;
}

/** Whether it can be steered once more, or begun anew: one key is left to stop it. */
export function maySteer({ keys }: Job): boolean {
  return hasRoom(keys, MOST_KEYS_OF_JOB, { leaving: 1 });
}

/** Names the parts of one round, in their order. */
export function partIdOf({ id, round }: Pick<Job, 'id' | 'round'>, part: number): string {
  return `${id}:${round}:${String(part).padStart(5, '0')}`;
}

/** Whether it works through the rows of a file. */
export function isOfFile(job: Job): job is FileJob {
  return job.kind !== 'VOUCHER_CODES' && job.kind !== 'GIFT_CARD_BATCH';
}

export function isEnded({ status }: Job): boolean {
  return status === 'DONE' || status === 'STOPPED';
}

export function jobEnded(job: Job): Refusal {
  return { code: 'JOB_ENDED', since: job.endedAt ?? job.updatedAt };
}

/** The job once a part of it is done: what was credited in paise, and how many rows failed. */
export function advancedJob(
  job: Job,
  { done, failed, credited }: Pick<Job, 'done' | 'failed' | 'credited'>,
  now: Instant,
): Job {
  const next = job.next + 1;
  const isOver = next * ROWS_OF_A_PART >= job.total;
  return changedJob(
    job,
    {
      ...{ next, done: job.done + done, failed: job.failed + failed, credited: job.credited + credited },
      ...(isOver && { status: 'DONE', endedAt: now }),
    },
    now,
  );
}
