import { indiaDay } from '../../../format/date.ts';
import type { Moment } from '../../../format/date.ts';
import { startOfDay } from '../../../format/day-range.ts';

/** A month in India as addresses and the figures write it, such as "2026-11". */
export type Month = string;

/** What is shown when the address says nothing: this month and the five before it. */
const USUAL = 6;
/** So many months can be asked for at once. */
const MOST = 120;

export interface MonthRange {
  /** Both belong to it. */
  from: Month;
  to: Month;
}

export function monthOf(at: Moment): Month {
  return indiaDay(at).slice(0, 7);
}

/** So many months later, or earlier. */
export function moved(month: Month, by: number): Month {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** The first moment of a month. */
export function beginning(month: Month): string {
  return startOfDay(`${month}-01`);
}

/** How many months there are from one to the other, both counted. */
export function lengthOf({ from, to }: MonthRange): number {
  const index = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return index(to) - index(from) + 1;
}

/** Reads an address that anybody may have typed: what makes no sense counts as not there. */
export function rangeOf(params: URLSearchParams, now: number): MonthRange {
  const said = (name: 'from' | 'to'): Month | null => {
    const month = params.get(name) ?? '';
    return /^20\d{2}-(0[1-9]|1[0-2])$/.test(month) ? month : null;
  };
  const current = monthOf(now);
  const asked = said('to') ?? current;
  const to = asked > current ? current : asked;
  const from = said('from') ?? moved(to, 1 - USUAL);
  const length = lengthOf({ from, to });
  return length < 1 || length > MOST ? { from: moved(to, 1 - USUAL), to } : { from, to };
}

/** The periods that are asked for most. */
export function usualRanges(
  now: number,
): { name: 'month' | 'half' | 'year' | 'financial'; range: MonthRange }[] {
  const to = monthOf(now);
  const year = Number(to.slice(0, 4)) - (to.slice(5) < '04' ? 1 : 0);
  return [
    { name: 'month', range: { from: to, to } },
    { name: 'half', range: { from: moved(to, 1 - USUAL), to } },
    { name: 'year', range: { from: moved(to, -11), to } },
    { name: 'financial', range: { from: `${year}-04`, to } },
  ];
}
