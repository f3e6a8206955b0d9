import { useEffect } from 'react';

const QUICK_MS = 2_000;

interface Polling {
  startPolling: (everyMs: number) => void;
  stopPolling: () => void;
}

/** Asks every two seconds how far the codes are while a job makes them; they are made within minutes. */
export function useCodesPace(
  job: { status: string } | null | undefined,
  { startPolling, stopPolling }: Polling,
): void {
  const isRunning = job?.status === 'RUNNING';
  useEffect(() => {
    if (!isRunning) return;
    startPolling(QUICK_MS);
    return stopPolling;
  }, [isRunning, startPolling, stopPolling]);
}
