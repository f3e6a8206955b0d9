import { Counter, Gauge, type Registry } from 'prom-client';
import type { Instant } from '../../domain/calendar.ts';
import type { OpenJobs } from '../../services/queries/open-jobs.ts';
import type { RowsDone } from '../../services/run-job.ts';
import { sharedRead } from './shared-read.ts';

/** How the jobs stand, and by which clock that is long. */
export interface JobReading {
  readonly state: OpenJobs;
  readonly now: Instant;
}

export interface JobMetrics {
  /** A part of a job was done here. */
  rows(done: RowsDone): void;
  /** From where to read how the jobs stand: it is read when somebody looks, since the process that works may be another. */
  reading(read: () => Promise<JobReading>): void;
}

/** What the server tells Prometheus about files of credits and customers. */
export function jobMetrics(registers: Registry[]): JobMetrics {
  const rows = new Counter({
    name: 'job_rows_total',
    help: 'Rows of files that were worked through, by what became of them.',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const { from, once } = sharedRead<JobReading>();
  new Gauge({
    ...{ name: 'jobs_open', help: 'Files that have not ended, by what they are and how they stand.' },
    ...{ labelNames: ['kind', 'status'], registers },
    async collect() {
      const known = await once();
      if (!known) return;
      this.reset();
      for (const { kind, status, count } of known.state.counts) this.set({ kind, status }, count);
    },
  });
  const sinceGauge = (name: string, help: string, since: (state: OpenJobs) => Instant | null) =>
    new Gauge({
      ...{ name, help, registers },
      async collect() {
        const known = await once();
        if (known) this.set(secondsSince(since(known.state), known.now));
      },
    });
  sinceGauge(
    'job_running_seconds',
    'How long the file that has run longest has run; 0 when none does.',
    ({ runningSince }) => runningSince,
  );
  sinceGauge(
    'job_progress_age_seconds',
    'How long ago the running file that moves least went on; 0 when none runs.',
    ({ progressAt }) => progressAt,
  );
  return {
    rows({ kind, done, failed }) {
      rows.inc({ kind, outcome: 'done' }, done);
      rows.inc({ kind, outcome: 'failed' }, failed);
    },
    reading: from,
  };
}

function secondsSince(since: Instant | null, now: Instant): number {
  return since === null ? 0 : Math.max(0, now - since) / 1_000;
}
