import { useEffect, useState } from 'react';

const QUICK_MS = 2_000;
const SLOW_MS = 5_000;
const PATIENT_MS = 30_000;
const QUICK_FOR_MS = 60_000;
const SLOW_UNTIL_MS = 300_000;

export interface Polling {
  active: boolean;
  startPolling: (everyMs: number) => void;
  stopPolling: () => void;
  refetch: () => Promise<unknown>;
}

/**
 * Asks every two seconds for a minute, every five for four more, and then every half a minute until there is an outcome. A page in
 * the background does not ask, and does at once when it is looked at again. True once it has taken long.
 */
export function usePollPace({ active, startPolling, stopPolling, refetch }: Polling): boolean {
  const [waitedLong, setWaitedLong] = useState(false);
  useEffect(() => {
    if (!active) return;
    startPolling(QUICK_MS);
    const slower = setTimeout(() => startPolling(SLOW_MS), QUICK_FOR_MS);
    const patient = setTimeout(() => {
      startPolling(PATIENT_MS);
      setWaitedLong(true);
    }, SLOW_UNTIL_MS);
    const wake = (): void => {
      if (!document.hidden) refetch().catch(() => undefined);
    };
    document.addEventListener('visibilitychange', wake);
    return () => {
      clearTimeout(slower);
      clearTimeout(patient);
      document.removeEventListener('visibilitychange', wake);
      stopPolling();
    };
  }, [active, startPolling, stopPolling, refetch]);
  return waitedLong;
}
