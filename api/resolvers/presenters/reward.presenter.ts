import type { RewardConnection } from '../../../schema/reward/reward-connection.type.ts';
import type { Reward } from '../../../schema/reward/reward.type.ts';
import { usesLeft, type Reward as KnownReward } from '../../domain/reward.ts';
import type { Rewards } from '../../services/queries/find-rewards.ts';
import { revisionOf } from '../../services/reward-revision.ts';
import { connectionOf } from '../connection.ts';
import { placeCursors } from '../cursor.ts';
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

export const rewardCursors = placeCursors('reward');

export function presentRewards({ rewards, totalCount, ...more }: Rewards): RewardConnection {
  const edges = rewards.map((reward) => ({
    cursor: rewardCursors.of(reward),
    node: presentReward(reward),
  }));
  return { ...connectionOf(edges, more), totalCount };
}
