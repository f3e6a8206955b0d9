import { useState } from 'react';
import { monthStart } from '../format/day-range.ts';
import { useClock } from '../ui/clock.tsx';

/** The first moment of this month in India: since when "this month" counts. */
export function useMonthStart(): string {
  const now = useClock();
  const [start] = useState(() => monthStart(now()));
  return start;
}
