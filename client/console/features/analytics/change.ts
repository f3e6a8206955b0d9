import { formatMoney } from '../../../format/money.ts';
import type { MoneyValue } from '../../../format/money.ts';
import { paise } from '../../../format/proportion.ts';
import { minus } from '../../../format/sum.ts';
import { analyticsWords } from './words.ts';

const { trend: words } = analyticsWords;

/** How an amount stands to what it was, in words: more is not always better, so no colour says it. */
export function changeOf(now: MoneyValue, before: MoneyValue): string {
  const difference = paise(now) - paise(before);
  if (difference === 0n) return words.same;
  return difference > 0n
    ? words.up(formatMoney(minus(now, before)))
    : words.down(formatMoney(minus(before, now)));
}

/** The same of a share, in points. */
export function pointsOf(now: number, before: number): string {
  const distance = now - before;
  if (Math.abs(distance) < 0.0005) return words.same;
  return (distance > 0 ? words.up : words.down)(words.points(distance));
}
