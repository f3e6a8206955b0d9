import type { FailedRow } from '../../../schema/job/failed-row.type.ts';
import type { Job } from '../../../schema/job/job.type.ts';
import type { JobPayload } from '../../../schema/job/start-job.io.ts';
import { isOfFile, type Job as JobState, type JobRow } from '../../domain/job.ts';
import type { Refused } from '../../services/outcome.ts';
import type { JobAnswer } from '../../services/start-job.ts';
import { globalId } from '../global-id.ts';
import { presentMoney } from './money.presenter.ts';
import { presentRefusal } from './user-error.presenter.ts';

/** A job that carries the state it was made from, for what is looked up when asked for. */
export type JobView = Job & { readonly state: JobState };

export function presentJob(state: JobState): JobView {
  const { id, kind, status, fileName, fileHash, columns, total, uploaded, fine, refused } = state;
  const { amount, done, failed, credited, startedBy, createdAt, startedAt, endedAt } = state;
  const hash = isOfFile(state) ? fileHash : '';
  return {
    ...{ state, fileHash: hash, id: globalId('Job', id), kind, status, fileName, columns: [...columns] },
    ...{ total, uploaded, fine, refused, amount: presentMoney(amount) },
    ...{ done, failed, credited: presentMoney(credited), startedBy, startedAt: startedAt ?? createdAt },
    codesUrl: kind === 'GIFT_CARD_BATCH' && startedAt !== null ? `/export/jobs/${id}/codes.csv` : null,
    ...{ endedAt, fileUrl: refused + failed > 0 ? `/export/jobs/${id}/failed-rows.csv` : null },
  };
}

export function presentJobAnswer(answer: JobAnswer | Refused): JobPayload & { readonly job: JobView | null } {
  if ('refused' in answer)
    return { job: null, replayed: false, userErrors: [presentRefusal(answer.refused)] };
  return { job: presentJob(answer.job), replayed: answer.replayed, userErrors: [] };
}

export function presentFailedRow({ row, cells, problem }: JobRow): FailedRow {
  const { column, code, problem: words } = problem ?? NOTHING;
  return { row, cells: [...cells], column, code, problem: words };
}

const NOTHING = { column: null, code: 'INVALID_INPUT', problem: '' } as const;
