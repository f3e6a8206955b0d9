import { paise } from '../../../format/proportion.ts';
import type { BalanceOverTimeQuery } from '../../../graphql/graphql.ts';

export type HistoryOfBalance = NonNullable<BalanceOverTimeQuery['viewer']['wallet']>;
export type DayOfBalance = HistoryOfBalance['balanceHistory'][number];

/** The last day on which the balance was highest. */
export function highestOf(days: readonly DayOfBalance[]): DayOfBalance {
  return best(days, (one, other) => one >= other);
}

/** The last day on which the balance was lowest. */
export function lowestOf(days: readonly DayOfBalance[]): DayOfBalance {
  return best(days, (one, other) => one <= other);
}

/** Whether the balance is the same on all these days. */
export function isLevel(days: readonly DayOfBalance[]): boolean {
  return paise(highestOf(days).closingBalance) === paise(lowestOf(days).closingBalance);
}

function best(days: readonly DayOfBalance[], beats: (one: bigint, other: bigint) => boolean): DayOfBalance {
  return days.reduce((known, day) =>
    beats(paise(day.closingBalance), paise(known.closingBalance)) ? day : known,
  );
}
