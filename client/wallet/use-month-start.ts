import { useEffect, useState } from 'react';
import { monthStart } from '../format/day-range.ts';
import { useClock } from '../ui/clock.tsx';

const LOOK_MS = 30_000;

/** The first moment of this month in India: since when "this month" counts. It moves on at midnight under an open page. */
export function useMonthStart(): string {
  const now = useClock();
  const [start, setStart] = useState(() => monthStart(now()));
  useEffect(() => {
    const look = (): void => setStart(monthStart(now()));
    const timer = setInterval(look, LOOK_MS);
    // Timers sleep while a page is in the background.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [now]);
  return start;
}
