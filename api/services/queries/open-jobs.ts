import type { Instant } from '../../domain/calendar.ts';
import { JOB_KINDS, type Job, type JobKind, type JobStatus } from '../../domain/job.ts';
import type { App } from '../app.ts';

/** The jobs that have not ended, as they stand. */
export interface OpenJobs {
  /** How many of each kind and status there are. */
  readonly counts: readonly { readonly kind: JobKind; readonly status: JobStatus; readonly count: number }[];
  /** Since when the one that has run longest runs; null where none runs. */
  readonly runningSince: Instant | null;
  /** When the one whose last part is furthest back went on; null where none runs. */
  readonly progressAt: Instant | null;
}

const OPEN = ['UPLOADING', 'CHECKED', 'RUNNING', 'PAUSED'] as const satisfies readonly JobStatus[];
/** People start jobs by hand: more are never open at once. */
const MOST_OPEN = 1_000;

export async function openJobs(app: App): Promise<OpenJobs> {
  const oldest = { order: 'OLDEST_FIRST', limit: MOST_OPEN } as const;
  const jobs = await app.stores.jobs.list({ statuses: OPEN }, oldest);
  const running = jobs.filter(({ status }) => status === 'RUNNING');
  const counts = JOB_KINDS.flatMap((kind) =>
    OPEN.map((status) => ({
      ...{ kind, status },
      count: jobs.filter((job) => job.kind === kind && job.status === status).length,
    })),
  );
  return {
    counts: counts.filter(({ count }) => count > 0),
    runningSince: earliest(running, ({ startedAt }) => startedAt),
    progressAt: earliest(running, ({ updatedAt }) => updatedAt),
  };
}

function earliest(jobs: readonly Job[], at: (job: Job) => Instant | null): Instant | null {
  const moments = jobs.map(at).filter((moment) => moment !== null);
  return moments.length === 0 ? null : Math.min(...moments);
}
