import type { MoneyValue } from './money.ts';
import { paise } from './proportion.ts';

/** The sum of two amounts of one currency, counted in whole paise. */
export function plus(one: MoneyValue, other: MoneyValue): MoneyValue {
  return fromPaise(paise(one) + paise(other), one.currencyCode);
}

/** What remains of an amount when another of the same currency is taken from it. */
export function minus(one: MoneyValue, other: MoneyValue): MoneyValue {
  return fromPaise(paise(one) - paise(other), one.currencyCode);
}

/** A place on a slider: the amount without its paise. What is chosen there is taken as text, and counted in paise again. */
export function wholeUnits(money: MoneyValue): number {
  const place = paise(money) / 100n;
  return Number(place);
}

/** So many times an amount. */
export function times(one: MoneyValue, count: number): MoneyValue {
  return fromPaise(paise(one) * BigInt(count), one.currencyCode);
}

/** So many parts of an amount that is cut into `of` of them, without a fraction of a paisa. */
export function ratio(one: MoneyValue, parts: number, of: number): MoneyValue {
  return fromPaise((paise(one) * BigInt(parts)) / BigInt(of), one.currencyCode);
}

function fromPaise(total: bigint, currencyCode: string): MoneyValue {
  const size = total < 0n ? -total : total;
  const amount = `${total < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
  return { amount, currencyCode };
}

export function isWithin(value: MoneyValue, least: MoneyValue, most: MoneyValue): boolean {
  return paise(value) >= paise(least) && paise(value) <= paise(most);
}
