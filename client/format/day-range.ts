import { indiaDay } from './date.ts';

/** Whole calendar days in India, both ends included; a missing end is open. */
export interface DayRange {
  from?: string | undefined;
  to?: string | undefined;
}

export function thisMonth(now: number): DayRange {
  const today = indiaDay(now);
  return { from: `${today.slice(0, 8)}01`, to: today };
}

/** The first moment of this month in India. */
export function monthStart(now: number): string {
  return startOfDay(thisMonth(now).from ?? '');
}

/** The whole month before this one. */
export function lastMonth(now: number): { from: string; to: string } {
  const [year, month] = numbers(indiaDay(now));
  const to = new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10);
  return { from: `${to.slice(0, 8)}01`, to };
}

export function lastThreeMonths(now: number): DayRange {
  const today = indiaDay(now);
  return { from: monthsBefore(today, 3), to: today };
}

/** The Indian financial year that `now` falls in: April to March. */
export function financialYear(now: number): { from: string; to: string } {
  const first = financialYearStart(now);
  return { from: `${first}-04-01`, to: `${first + 1}-03-31` };
}

/** "2026-27": how that year is written. */
export function financialYearName(now: number): string {
  const first = financialYearStart(now);
  return `${first}-${String(first + 1).slice(2)}`;
}

/** A day as addresses and date fields write it; anything else, such as the thirtieth of February, is not one. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

export function startOfDay(day: string): string {
  return `${day}T00:00:00.000+05:30`;
}

/** The first moment that no longer belongs to the day. */
export function endOfDay(day: string): string {
  const [year, month, date] = numbers(day);
  return startOfDay(new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10));
}

function financialYearStart(now: number): number {
  const [year, month] = numbers(indiaDay(now));
  return month >= 4 ? year : year - 1;
}

function monthsBefore(day: string, count: number): string {
  const [year, month, date] = numbers(day);
  const lastOfMonth = new Date(Date.UTC(year, month - count, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, month - 1 - count, Math.min(date, lastOfMonth)));
  return moved.toISOString().slice(0, 10);
}

function numbers(day: string): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}
