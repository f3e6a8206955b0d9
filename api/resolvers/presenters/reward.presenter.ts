import type { RewardConnection } from '../../../schema/reward/reward-connection.type.ts';
import type { Reward } from '../../../schema/reward/reward.type.ts';
import { usesLeft, type Reward as KnownReward } from '../../domain/reward.ts';
import type { Rewards } from '../../services/queries/find-rewards.ts';
import { globalId } from '../global-id.ts';
import { rewardCursor } from '../reward-cursor.ts';
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
    createdAt,
    updatedAt,
  };
}

export function presentRewards({
  rewards,
  hasNextPage,
  hasPreviousPage,
  totalCount,
}: Rewards): RewardConnection {
  const edges = rewards.map((reward) => ({ cursor: rewardCursor(reward), node: presentReward(reward) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
