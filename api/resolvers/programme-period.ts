import type { ProgrammeStatisticsArgs } from '../../schema/programme/programme-statistics.args.ts';
import { badUserInput } from '../../schema/scalars/bad-user-input.ts';
import { startOfMonth, type Instant } from '../domain/calendar.ts';
import type { Period } from '../services/queries/programme-statistics.ts';

const MONTHS = 12;
const MOST_MONTHS = 120;

/** The whole months that are asked for: twelve up to the current one when nothing is said. */
export function programmePeriod({ from, to }: ProgrammeStatisticsArgs, now: Instant): Period {
  const lastMoment = typeof to === 'number' ? to - 1 : now;
  const end = startOfMonth(lastMoment, 1);
  if (typeof from !== 'number') return { from: startOfMonth(lastMoment, 1 - MONTHS), to: end };
  if (from > lastMoment) throw badUserInput('from must be before to.', 'from');
  const start = startOfMonth(from);
  if (start < startOfMonth(lastMoment, 1 - MOST_MONTHS)) {
    throw badUserInput(`The period can have at most ${MOST_MONTHS} months.`, 'from');
  }
  return { from: start, to: end };
}
