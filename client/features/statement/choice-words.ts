import { financialYearName } from '../../format/day-range.ts';
import type { PeriodChoice } from './statement-period.ts';
import type { StatementWords } from './words/en.ts';

/** What a choice of days is called. */
export function choiceWords(choice: PeriodChoice, words: StatementWords['statement'], now: number): string {
  return choice === 'year' ? words.year(financialYearName(now)) : words.choices[choice];
}
