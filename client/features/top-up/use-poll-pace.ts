import { useEffect, useState } from 'react';

const QUICK_MS = 2_000;
const SLOW_MS = 5_000;
const QUICK_FOR_MS = 60_000;
const GIVE_UP_AFTER_MS = 300_000;

export interface Polling {
  active: boolean;
  startPolling: (everyMs: number) => void;
  stopPolling: () => void;
}

/**
 * Asks every two seconds for a minute, every five for four more, and then leaves it to the next visit. True once it
 * has given up.
 */
export function usePollPace({ active, startPolling, stopPolling }: Polling): boolean {
  const [waitedLong, setWaitedLong] = useState(false);
  useEffect(() => {
    if (!active) return;
    startPolling(QUICK_MS);
    const slower = setTimeout(() => startPolling(SLOW_MS), QUICK_FOR_MS);
    const enough = setTimeout(() => {
      stopPolling();
      setWaitedLong(true);
    }, GIVE_UP_AFTER_MS);
    return () => {
      clearTimeout(slower);
      clearTimeout(enough);
      stopPolling();
    };
  }, [active, startPolling, stopPolling]);
  return waitedLong;
}
