import { useState } from 'react';
import type { MoneyValue } from '../../format/money.ts';
import { isWithin, minus } from '../../format/sum.ts';
import { typedAmount } from '../../format/typed-amount.ts';
import { lesser } from './order.ts';
import type { Bill, SpendWallet } from './order.ts';

export type Split = 'all' | 'keep' | 'part';

const LEAST: MoneyValue = { amount: '0.01', currencyCode: 'INR' };

/** How much of an order the credits pay: what can be chosen, and what is. */
export function usePart({ tier, balance }: SpendWallet, { total }: Bill) {
  const most = lesser(balance, total);
  const isShort = most !== total;
  const keep = minus(balance, tier.tier.threshold);
  // Only a tier that follows the balance is kept by leaving some of it.
  const keeps =
    isShort && tier.basis === 'BALANCE' && isWithin(keep, LEAST, most) && keep.amount !== most.amount;
  const [split, setSplit] = useState<Split>(isShort ? 'all' : 'part');
  const [typed, setTyped] = useState(most.amount);
  const chosen = { all: most, keep, part: typedAmount(typed) }[split];
  const paid = chosen !== null && isWithin(chosen, LEAST, most) ? chosen : null;
  return { most, isShort, keep: keeps ? keep : null, split, setSplit, typed, setTyped, paid };
}
