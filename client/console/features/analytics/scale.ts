import type { MoneyValue } from '../../../format/money.ts';
import { paise } from '../../../format/proportion.ts';

/** So many lines a chart has above its ground at most. */
const LINES = 4n;
const RUPEE = 100n;

/** The distance of a chart's lines, in paise: one, two or five of some power of ten rupees. */
export function stepFor(highest: bigint): bigint {
  for (let power = RUPEE; ; power *= 10n) {
    for (const times of [1n, 2n, 5n]) {
      if (times * power * LINES >= highest) return times * power;
    }
  }
}

/** Zero and all lines up to the one that nothing rises above. */
export function linesUpTo(highest: bigint, step: bigint): bigint[] {
  const lines = [0n];
  for (let line = step; line < highest + step; line += step) lines.push(line);
  return lines;
}

const UNITS = [
  { of: 10_000_000n * RUPEE, sign: 'Cr' },
  { of: 100_000n * RUPEE, sign: 'L' },
  { of: 1_000n * RUPEE, sign: 'K' },
] as const;

/** "17.1K", "2.5L": what stands at a bar, where there is no room for the amount. The table beside the chart has it whole. */
export function shortAmount(value: bigint): string {
  const size = value < 0n ? -value : value;
  const unit = UNITS.find(({ of }) => size >= of);
  if (unit === undefined) return String((size + RUPEE / 2n) / RUPEE);
  const tenths = (size * 10n + unit.of / 2n) / unit.of;
  const rest = tenths % 10n;
  return `${tenths / 10n}${rest === 0n ? '' : `.${rest}`}${unit.sign}`;
}

/** All of them together, in paise. */
export function together(amounts: readonly MoneyValue[]): bigint {
  return amounts.reduce((sum, amount) => sum + paise(amount), 0n);
}
