import type { AvailableReward } from '../../../schema/reward/available-reward.type.ts';
import type { Offer } from '../../services/queries/offered-rewards.ts';
import { presentMoneyOrNull } from './money.presenter.ts';
import { presentReward } from './reward.presenter.ts';
import { presentRefusalOfNoField } from './user-error.presenter.ts';

export function presentOffer({ reward, refused, largestPurchase }: Offer): AvailableReward {
  return {
    reward: presentReward(reward),
    canClaim: refused === null,
    notClaimable: refused && presentRefusalOfNoField(refused),
    largestPurchase: presentMoneyOrNull(largestPurchase),
  };
}
