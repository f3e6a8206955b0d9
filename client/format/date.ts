import { locale } from './locale.ts';

/** A moment: an ISO 8601 string from the server, or epoch milliseconds from the browser's clock. */
export type Moment = string | number;

export const TIME_ZONE = 'Asia/Kolkata';

/** India is ahead of UTC by the same five and a half hours all year. A format of another language's costs more than all else on a page. */
const INDIA_AHEAD_MS = 5.5 * 3_600_000;

type Style = keyof typeof styles;

const styles = {
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  dayMonth: { day: 'numeric', month: 'short' },
  time: { hour: 'numeric', minute: '2-digit', hour12: true },
  month: { month: 'long', year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** "23 Nov 2026, 12:15 am". */
export function formatDateTime(at: Moment): string {
  return `${formatDate(at)}, ${formatTime(at)}`;
}

/** "23 Nov 2026". */
export function formatDate(at: Moment): string {
  return print('date', at);
}

/** "23 Nov", and with the year where it is not the current one. */
export function formatNearDate(at: Moment, now: number): string {
  return indiaDay(at).slice(0, 4) === indiaDay(now).slice(0, 4) ? print('dayMonth', at) : formatDate(at);
}

/** A date that no line breaks in two. */
export function keptTogether(date: string): string {
  return date.replaceAll(' ', '\u00A0');
}

/** "23 Nov", for days that lie close together. */
export function formatDayMonth(at: Moment): string {
  return print('dayMonth', at);
}

/** "9:41 am". */
export function formatTime(at: Moment): string {
  return print('time', at);
}

/** "November 2026". */
export function formatMonth(at: Moment): string {
  return print('month', at);
}

/** The calendar day in India, as "2026-11-23": the form in which addresses and date fields carry days. */
export function indiaDay(at: Moment): string {
  return new Date(new Date(at).getTime() + INDIA_AHEAD_MS).toISOString().slice(0, 10);
}

/** The minute in India, as "2026-11-23T09:41": the form in which fields for a day and time carry it. */
export function indiaMinute(at: Moment): string {
  return new Date(new Date(at).getTime() + INDIA_AHEAD_MS).toISOString().slice(0, 16);
}

export function dayPart(now: number): 'morning' | 'afternoon' | 'evening' {
  const hour = new Date(now + INDIA_AHEAD_MS).getUTCHours();
  if (hour >= 4 && hour < 12) return 'morning';
  return hour >= 12 && hour < 17 ? 'afternoon' : 'evening';
}

function print(style: Style, at: Moment): string {
  const key = `${locale()} ${style}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale(), { ...styles[style], timeZone: TIME_ZONE });
    formats.set(key, format);
  }
  // Browsers disagree about the space before "am"; a plain one reads the same everywhere.
  return format.format(new Date(at)).replace(/\u202f/g, ' ');
}
