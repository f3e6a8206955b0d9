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

/** The same in two: "Nov" and "2026". */
export function monthParts(at: string): { month: string; year: string } {
  const parts = month.formatToParts(new Date(at));
  const valueOf = (type: 'month' | 'year') => parts.find((part) => part.type === type)?.value ?? '';
  return { month: valueOf('month'), year: valueOf('year') };
}
