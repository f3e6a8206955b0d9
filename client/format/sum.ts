import type { MoneyValue } from './money.ts';
import { paise } from './proportion.ts';

/** The sum of two amounts of one currency, counted in whole paise. */
export function plus(one: MoneyValue, other: MoneyValue): MoneyValue {
  const total = paise(one) + paise(other);
  const size = total < 0n ? -total : total;
  const amount = `${total < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
  return { amount, currencyCode: one.currencyCode };
}

export function isWithin(value: MoneyValue, least: MoneyValue, most: MoneyValue): boolean {
  return paise(value) >= paise(least) && paise(value) <= paise(most);
}
