import type { Job, JobRow } from '../../domain/job.ts';
import type { JobFilter } from '../../persistence/stores/job.store.ts';
import type { App } from '../app.ts';
import { listPage, type Listed, type ListPage } from './list-page.ts';
import { MOST_COUNTED } from './most-counted.ts';

export type { JobFilter };

/** A page of jobs with what stands at its places. */
export interface JobPage {
  readonly listed: Listed;
  readonly jobs: readonly (Job | null)[];
}

/** A page of the jobs that match. */
export async function findJobs({ stores }: App, filter: JobFilter, page: ListPage): Promise<JobPage> {
  const found = new Map<string, Job>();
  const listed = await listPage(async (stretch) => {
    const jobs = await stores.jobs.list(filter, stretch);
    for (const job of jobs) found.set(job.id, job);
    return jobs.map(({ id, createdAt }) => ({ id, createdAt }));
  }, page);
  return { listed, jobs: listed.places.map(({ id }) => found.get(id) ?? null) };
}

/** How many there are in all; counts no further than `MOST_COUNTED`. */
export function countJobs({ stores }: App, filter: JobFilter): Promise<number> {
  return stores.jobs.count(filter, MOST_COUNTED);
}

/** The job with this id; null when there is none. */
export async function findJob({ stores }: App, id: string): Promise<Job | null> {
  return (await stores.jobs.load([id])).get(id) ?? null;
}

export interface FailedRows {
  readonly rows: readonly JobRow[];
  readonly hasMore: boolean;
}

/** How many rows of a job cannot be done, or were not. */
export function countFailedRows({ stores }: App, job: Job): Promise<number> {
  return stores.jobParts.countFailed(job);
}

/** Rows that cannot be done, or were not, behind one, and whether there are more. */
export async function findFailedRows(
  { stores }: App,
  job: Job,
  { first, after }: { readonly first: number; readonly after: number },
): Promise<FailedRows> {
  const found = await stores.jobParts.failedRows(job, after, first + 1);
  return { rows: found.slice(0, first), hasMore: found.length > first };
}
