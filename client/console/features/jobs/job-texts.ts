import type { JobKind, JobStatus } from '../../../graphql/graphql.ts';
import type { IconName } from '../../../ui/icon-shapes.tsx';
import type { StateTone } from '../../parts/state.tsx';

/** Those that have a file. */
export type FileJobKind = Exclude<JobKind, 'VOUCHER_CODES' | 'GIFT_CARD_BATCH'>;

export const JOBS_PATH = '/admin/bulk';

/** Where a file of this kind is sent. */
export const NEW_PATHS: Readonly<Record<FileJobKind, string>> = {
  BULK_CREDIT: `${JOBS_PATH}/credits`,
  CUSTOMER_IMPORT: `${JOBS_PATH}/customers`,
};

/** Where the file of a job is chosen; the list of jobs for what has none. */
export function filePath(kind: JobKind): string {
  return hasFile(kind) ? NEW_PATHS[kind] : JOBS_PATH;
}

export function hasFile(kind: JobKind): kind is FileJobKind {
  return kind !== 'VOUCHER_CODES' && kind !== 'GIFT_CARD_BATCH';
}

export function jobPath(id: string): string {
  return `${JOBS_PATH}/${encodeURIComponent(id)}`;
}

export const statusLooks: Record<JobStatus, { icon: IconName; tone: StateTone }> = {
  UPLOADING: { icon: 'hourglass', tone: 'warn' },
  CHECKED: { icon: 'info', tone: 'neutral' },
  RUNNING: { icon: 'clock', tone: 'brand' },
  PAUSED: { icon: 'hourglass', tone: 'warn' },
  DONE: { icon: 'ok', tone: 'ok' },
  STOPPED: { icon: 'ban', tone: 'neutral' },
};
