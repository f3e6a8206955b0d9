import type { MoneyValue } from './money.ts';

/**
 * Proportions for drawing bars and paths. They are counted in whole paise and come out as numbers between 0 and 1;
 * nothing made here is ever shown as an amount.
 */
export function shareOf(part: MoneyValue, whole: MoneyValue): number {
  return proportion(paise(part), paise(whole));
}

/** How far `value` has come on the way from `from` to `to`. */
export function progressBetween(value: MoneyValue, from: MoneyValue, to: MoneyValue): number {
  return proportion(paise(value) - paise(from), paise(to) - paise(from));
}

export function isZero(money: MoneyValue): boolean {
  return paise(money) === 0n;
}

const STEPS = 10_000n;

function proportion(part: bigint, whole: bigint): number {
  if (whole <= 0n || part <= 0n) return 0;
  if (part >= whole) return 1;
  return Number((part * STEPS) / whole) / Number(STEPS);
}

/** The amount in whole paise, for comparing and adding; it is printed by `formatMoney` only. */
export function paise({ amount }: MoneyValue): bigint {
  const [, sign = '', rupees = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(amount) ?? [];
  const size = BigInt(rupees) * 100n + BigInt(fraction.padEnd(2, '0'));
  return sign === '-' ? -size : size;
}
