import type { Paise } from './money.ts';

/** The customers who spent credits for the first time in one month, and what became of them. */
export interface Cohort {
  /** Of their first debit, in the shop's time zone, as `2026-11`. */
  readonly month: string;
  /** The month itself, and each one after it up to the last that was counted. */
  readonly months: readonly CohortMonth[];
}

export interface CohortMonth {
  /** How many of them spent in the month. */
  readonly customers: number;
  /** What their debits of the month came to before refunds, in paise. */
  readonly spent: Paise;
}

/** So many months back are told of; a year shows what becomes of whom. */
export const MOST_COHORTS = 12;
