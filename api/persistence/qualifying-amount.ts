import type { Instant } from '../domain/calendar.ts';
import type { Policy, TierLevel } from '../domain/policy.ts';
import { CREDIT_MOVEMENTS } from '../domain/wallet/running-totals.ts';
import { firstMonthOfSpend } from '../domain/wallet/tier.ts';

/**
 * What a tier is measured by, as the database works it out over many wallets: the same as the domain's standing of each, once
 * what is due has been booked. The tier stored with a wallet is that of its last entry and may be older than the policy.
 */
export function qualifyingAmount({ tierBasis }: Policy, now: Instant): object | string {
  switch (tierBasis) {
    case 'BALANCE':
      return '$balance';
    case 'LIFETIME_CREDITS':
      return { $add: CREDIT_MOVEMENTS.map((movement) => ({ $ifNull: [`$running.${movement}.total`, 0n] })) };
    case 'ROLLING_SPEND': {
      const counted = { $gte: ['$$this.month', firstMonthOfSpend(now)] };
      const months = { $filter: { input: '$monthlySpend', cond: counted } };
      return { $max: [0n, { $sum: { $map: { input: months, in: '$$this.amount' } } }] };
    }
  }
}

/** Whether a wallet holds a tier: an expression of the database. */
export function holdsTier(level: TierLevel, policy: Policy, now: Instant): object {
  const at = policy.tiers.findIndex((tier) => tier.level === level);
  const [tier, next] = [policy.tiers[at], policy.tiers[at + 1]];
  if (!tier) return { $literal: false };
  const amount = qualifyingAmount(policy, now);
  return { $and: [{ $gte: [amount, tier.threshold] }, ...(next ? [{ $lt: [amount, next.threshold] }] : [])] };
}
