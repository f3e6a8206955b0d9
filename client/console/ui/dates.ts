import { TIME_ZONE } from '../../format/date.ts';

const day = new Intl.DateTimeFormat('en-IN', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: TIME_ZONE,
});

/** "Monday, 23 November 2026". */
export function formatLongDay(at: number): string {
  return day.format(new Date(at)).replace(/^(\w+) /, '$1, ');
}

const month = new Intl.DateTimeFormat('en-IN', { month: 'short', year: 'numeric', timeZone: TIME_ZONE });

/** "Nov 2026". */
export function formatShortMonth(at: string): string {
  return month.format(new Date(at));
}
