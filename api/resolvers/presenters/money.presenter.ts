import type { Money } from '../../../schema/money/money.type.ts';
import { CURRENCY, type Paise } from '../../domain/money.ts';

/** Paise as the API says them. */
export function presentMoney(amount: Paise): Money {
  return { amount, currencyCode: CURRENCY };
}

export function presentMoneyOrNull(amount: Paise | null): Money | null {
  return amount === null ? null : presentMoney(amount);
}
