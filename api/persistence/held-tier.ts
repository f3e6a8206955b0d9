import type { Instant } from '../domain/calendar.ts';
import type { Policy } from '../domain/policy.ts';
import { CREDIT_MOVEMENTS } from '../domain/wallet/running-totals.ts';
import { firstMonthOfSpend } from '../domain/wallet/tier.ts';

/**
 * The tier that a wallet holds, as an expression of the database: the same as the domain's standing, once what is due has
 * been booked. The tier stored with a wallet is that of its last entry; since then a month may have passed or the policy changed.
 */
export function heldTier(policy: Policy, now: Instant): object {
  const amount = qualifyingAmount(policy, now);
  const [lowest, ...others] = policy.tiers;
  return others.reduce<object>(
    (lower, { level, threshold }) => ({ $cond: [{ $gte: [amount, threshold] }, level, lower] }),
    { $literal: lowest.level },
  );
}

function qualifyingAmount({ tierBasis }: Policy, now: Instant): object | string {
  switch (tierBasis) {
    case 'BALANCE':
      return '$balance';
    case 'LIFETIME_CREDITS':
      return { $add: CREDIT_MOVEMENTS.map((movement) => ({ $ifNull: [`$running.${movement}.total`, 0n] })) };
    case 'ROLLING_SPEND': {
      const counted = { $gte: ['$$this.month', firstMonthOfSpend(now)] };
      const months = { $filter: { input: '$monthlySpend', cond: counted } };
      return { $sum: { $map: { input: months, in: '$$this.amount' } } };
    }
  }
}
