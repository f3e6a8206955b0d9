import type { Reward } from '../../../schema/reward/reward.type.ts';
import { usesLeft, type Reward as KnownReward } from '../../domain/reward.ts';
import { revisionOf } from '../../services/reward-revision.ts';
import { globalId } from '../global-id.ts';
import { presentMoney, presentMoneyOrNull } from './money.presenter.ts';

export function presentReward(reward: KnownReward): Reward {
  const { id, name, description, creditAmount, minPurchaseAmount, maxUses, totalUses, status } = reward;
  const { validFrom, validUntil, metadata, createdAt, updatedAt } = reward;
  return {
    id: globalId('Reward', id),
    name,
    description,
    creditAmount: presentMoney(creditAmount),
    minPurchaseAmount: presentMoneyOrNull(minPurchaseAmount),
    maxUses,
    totalUses,
    usesLeft: usesLeft(reward),
    status,
    validFrom,
    validUntil,
    metadata: [...metadata],
    revision: revisionOf(reward),
    createdAt,
    updatedAt,
  };
}
