import type { MoneyValue } from '../../format/money.ts';
import { paise, progressBetween } from '../../format/proportion.ts';
import { minus, plus } from '../../format/sum.ts';
import type { TierBasis, TierLevel } from '../../graphql/graphql.ts';

const NOTHING: MoneyValue = { amount: '0.00', currencyCode: 'INR' };

interface Named {
  level: TierLevel;
  name: string;
  creditLifetimeDays: number | null;
}

/** A tier with the amount from which it counts. */
export interface Step extends Named {
  threshold: MoneyValue;
}

/** Where a wallet stands before something is added to it. */
export interface Standing {
  basis: TierBasis;
  qualifyingAmount: MoneyValue;
  tier: Named;
}

/** The tier that an amount leads to, how far on the way to the next, and what that takes. Rolling spend does not count what is added. */
export function standingAfter(
  { basis, qualifyingAmount, tier }: Standing,
  tiers: readonly Step[],
  amount: MoneyValue,
) {
  const total = basis === 'ROLLING_SPEND' ? qualifyingAmount : plus(qualifyingAmount, amount);
  const held = tiers.findIndex(({ level }) => level === tier.level);
  const earned = tiers.findLastIndex(({ threshold }) => paise(threshold) <= paise(total));
  const index = Math.max(held, earned);
  const next = tiers[index + 1] ?? null;
  const here = tiers[index] ?? { ...tier, threshold: NOTHING };
  return {
    ...{ index, tier: here, next, toNext: next && minus(next.threshold, total) },
    reached: here.level === tier.level ? null : here,
    progress: next ? progressBetween(total, here.threshold, next.threshold) : 1,
  };
}

/** The tier that a credit reached, and by how much more; null when it reached none, or when tiers do not follow the balance. */
export function reachedBy(
  { balanceAfter, amount }: { balanceAfter: MoneyValue; amount: MoneyValue },
  standing: Pick<Standing, 'basis' | 'tier'> | undefined,
  tiers: readonly Step[],
): { after: Step; spare: MoneyValue } | null {
  if (standing?.basis !== 'BALANCE') return null;
  const tierOf = (held: MoneyValue) => tiers.findLast(({ threshold }) => paise(threshold) <= paise(held));
  const after = tierOf(balanceAfter);
  const before = tierOf(minus(balanceAfter, amount));
  if (after === undefined || after.level === before?.level || after.level !== standing.tier.level)
    return null;
  return { after, spare: minus(balanceAfter, after.threshold) };
}
