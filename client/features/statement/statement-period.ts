import { financialYear, isDay, lastMonth, thisMonth } from '../../format/day-range.ts';
import { indiaDay } from '../../format/date.ts';

export const periodChoices = ['this-month', 'last-month', 'year', 'other'] as const;
export type PeriodChoice = (typeof periodChoices)[number];

/** The days a statement is about, both included, and how they were chosen. */
export interface StatementPeriod {
  choice: PeriodChoice;
  from: string;
  to: string;
}

/** Reads an address that anybody may have typed: what makes no sense is this month. */
export function readPeriod(params: URLSearchParams, now: number): StatementPeriod {
  const choice = periodChoices.find((known) => known === params.get('period')) ?? 'this-month';
  if (choice === 'last-month') return { choice, ...lastMonth(now) };
  if (choice === 'year') return { choice, ...financialYear(now) };
  const month = { from: thisMonth(now).from ?? '', to: indiaDay(now) };
  if (choice === 'this-month') return { choice, ...month };
  const [one, other] = [dayOf(params.get('from')) ?? month.from, dayOf(params.get('to')) ?? month.to];
  return one <= other ? { choice, from: one, to: other } : { choice, from: other, to: one };
}

/** The address of a period. Only other days than the named ones are spelled out. */
export function writePeriod({ choice, from, to }: StatementPeriod): URLSearchParams {
  return new URLSearchParams({ period: choice, ...(choice === 'other' && { from, to }) });
}

function dayOf(text: string | null): string | null {
  return text !== null && isDay(text) && text >= '2000' ? text : null;
}
