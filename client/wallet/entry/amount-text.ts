import { formatMoney } from '../../format/money.ts';
import type { MoneyValue } from '../../format/money.ts';
import { isZero } from '../../format/proportion.ts';

/** What an entry moved, with its sign. Of what was set aside before, the balance loses nothing more: it stands without one. */
export function amountText({
  signedAmount,
  amount,
}: {
  signedAmount: MoneyValue;
  amount: MoneyValue;
}): string {
  return isZero(signedAmount) ? formatMoney(amount) : formatMoney(signedAmount, { sign: 'always' });
}
