import type { AnalyticsPageQuery } from '../../../graphql/graphql.ts';
import { paise } from '../../../format/proportion.ts';
import { minus, plus } from '../../../format/sum.ts';
import type { MoneyValue } from '../../../format/money.ts';

export type Figures = AnalyticsPageQuery['programmeStatistics'];
export type MonthMoved = Figures['movement'][number];

/** What comes in and what goes out, in the order in which it is read. */
export const INS = ['purchased', 'granted', 'refunded'] as const;
export const OUTS = ['spent', 'expired', 'reversed'] as const;

type Part = (typeof INS)[number] | (typeof OUTS)[number] | 'openingBalance' | 'closingBalance';
export type Moved = Readonly<Record<Part, MoneyValue>>;

export function cameIn({ purchased, granted, refunded }: Moved): MoneyValue {
  return plus(plus(purchased, granted), refunded);
}

export function wentOut({ spent, expired, reversed }: Moved): MoneyValue {
  return plus(plus(spent, expired), reversed);
}

/** Whether the opening with all that came and went is the closing, to the paisa. */
function addsUp(moved: Moved): boolean {
  return isSame(minus(plus(moved.openingBalance, cameIn(moved)), wentOut(moved)), moved.closingBalance);
}

/** The months that do not add up, or do not begin with what the one before ended with. */
export function faultyMonths(months: readonly MonthMoved[]): MonthMoved[] {
  return months.filter((month, index) => {
    const before = months[index - 1];
    return !addsUp(month) || (before !== undefined && !isSame(before.closingBalance, month.openingBalance));
  });
}

function isSame(one: MoneyValue, other: MoneyValue): boolean {
  return paise(one) === paise(other);
}
