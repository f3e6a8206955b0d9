import { useEffect } from 'react';
import type { JobDetail_JobFragment } from '../../../graphql/graphql.ts';
import { waitsFor } from './waits-for.ts';

const QUICK_MS = 2_000;
const SLOW_MS = 10_000;
const QUICK_FOR_MS = 60_000;
/** For what waits for a person. */
const PATIENT_MS = 30_000;

interface Polling {
  startPolling: (everyMs: number) => void;
  stopPolling: () => void;
}

/**
 * Asks how far a job is: while it runs every two seconds for a minute and every ten after that, while it waits for somebody every half a
 * minute, and otherwise never.
 */
export function useJobPace(
  job: JobDetail_JobFragment | null | undefined,
  { startPolling, stopPolling }: Polling,
): void {
  const isRunning = job?.status === 'RUNNING';
  const isWaiting = job ? job.status === 'PAUSED' || waitsFor(job) !== null : false;
  useEffect(() => {
    if (!isRunning && !isWaiting) return;
    startPolling(isRunning ? QUICK_MS : PATIENT_MS);
    const slower = setTimeout(() => startPolling(isRunning ? SLOW_MS : PATIENT_MS), QUICK_FOR_MS);
    return () => {
      clearTimeout(slower);
      stopPolling();
    };
  }, [isRunning, isWaiting, startPolling, stopPolling]);
}
