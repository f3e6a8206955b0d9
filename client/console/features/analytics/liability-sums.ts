import type { MoneyValue } from '../../../format/money.ts';
import { paise } from '../../../format/proportion.ts';
import { minus, plus } from '../../../format/sum.ts';
import { monthOf, moved } from './months.ts';
import type { Month } from './months.ts';
import type { Figures } from './movement-sums.ts';

const MONTHS = 12;

/** What expires in a month, or never, by who paid for it. */
export interface Owed {
  month: Month | null;
  purchased: MoneyValue;
  granted: MoneyValue;
  together: MoneyValue;
}

export interface Liability {
  /** The next twelve months, and those without anything too. */
  soon: (Owed & { month: Month })[];
  /** Those after, where there is something. */
  later: Owed[];
  never: Owed | null;
  soonSum: MoneyValue;
  laterSum: MoneyValue;
  /** Whether all of them are what is owed together, to the paisa. */
  addsUp: boolean;
}

export function liabilityOf({ liability, totalBalance, asOf }: Figures): Liability {
  const nothing = minus(totalBalance, totalBalance);
  const owedIn = <Of extends Month | null>(month: Of): Owed & { month: Of } => {
    const of = (funding: 'PURCHASED' | 'GRANTED'): MoneyValue =>
      liability
        .filter((bucket) => bucket.month === month && bucket.funding === funding)
        .reduce((sum, { amount }) => plus(sum, amount), nothing);
    const [purchased, granted] = [of('PURCHASED'), of('GRANTED')];
    return { month, purchased, granted, together: plus(purchased, granted) };
  };
  const first = monthOf(asOf);
  const next = Array.from({ length: MONTHS }, (_, index) => moved(first, index));
  const known = new Set(liability.map(({ month }) => month));
  const rest = [...known].filter((month): month is Month => month !== null && !next.includes(month)).sort();
  const [soon, later] = [next.map((month) => owedIn(month)), rest.map((month) => owedIn(month))];
  const never = known.has(null) ? owedIn(null) : null;
  const sum = (rows: readonly Owed[]): MoneyValue =>
    rows.reduce((total, { together }) => plus(total, together), nothing);
  const [soonSum, laterSum] = [sum(soon), sum(later)];
  const all = plus(plus(soonSum, laterSum), never?.together ?? nothing);
  return { soon, later, never, soonSum, laterSum, addsUp: paise(all) === paise(totalBalance) };
}
