import { useCallback } from 'react';
import { formatMoney, hiddenMoney } from '../format/money.ts';
import type { MoneyOptions, MoneyValue } from '../format/money.ts';
import { usePreferences } from '../preferences/preferences-provider.tsx';

export type MoneyText = (money: MoneyValue, options?: MoneyOptions) => string;

/** Prints amounts, or dots where the customer keeps them hidden. */
export function useMoneyText(): MoneyText {
  const [{ hideAmounts }] = usePreferences();
  return useCallback(
    (money, options) =>
      hideAmounts ? hiddenMoney(money.currencyCode, options) : formatMoney(money, options),
    [hideAmounts],
  );
}
