import type { TierStanding } from '../../../schema/tier/tier-standing.type.ts';
import type { Tier } from '../../../schema/tier/tier.type.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Policy, TierTerms } from '../../domain/policy.ts';
import { tierStanding } from '../../domain/wallet/tier.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import { presentMoney, presentMoneyOrNull } from './money.presenter.ts';

export function presentTier({ level, name, threshold, creditLifetimeDays, benefits }: TierTerms): Tier {
  return { level, name, threshold: presentMoney(threshold), creditLifetimeDays, benefits: [...benefits] };
}

export function presentStanding(wallet: Wallet, policy: Policy, now: Instant): TierStanding {
  const { tier, qualifying, next, toNext } = tierStanding(wallet, policy, now);
  return {
    tier: presentTier(tier),
    basis: policy.tierBasis,
    qualifyingAmount: presentMoney(qualifying),
    next: next && presentTier(next),
    toNext: presentMoneyOrNull(toNext),
  };
}
