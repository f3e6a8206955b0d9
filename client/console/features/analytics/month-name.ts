import { formatDayMonth } from '../../../format/date.ts';
import { formatShortMonth } from '../../ui/dates.ts';
import { beginning, monthOf } from './months.ts';
import type { Month } from './months.ts';
import { analyticsWords as words } from './words.ts';

/** "Oct 2026", or "Nov 2026, to 23 Nov" of the month that was under way at that moment. */
export function monthName(month: Month, asOf: string): string {
  const name = formatShortMonth(beginning(month));
  return isUnderWay(month, asOf) ? `${name}, ${words.period.unfinished(formatDayMonth(asOf))}` : name;
}

export function isUnderWay(month: Month, asOf: string): boolean {
  return monthOf(asOf) === month;
}
