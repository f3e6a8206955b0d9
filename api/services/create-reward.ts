import { actId, differences } from '../domain/act.ts';
import { rewardFacts, whyNotValid, type Reward } from '../domain/reward.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { intentOf, keyDigest } from './idempotency.ts';
import type { Refused } from './outcome.ts';
import { record } from './record-act.ts';

export type CreateReward = Pick<
  Reward,
  | 'name'
  | 'description'
  | 'creditAmount'
  | 'minPurchaseAmount'
  | 'maxUses'
  | 'status'
  | 'validFrom'
  | 'validUntil'
  | 'metadata'
> & { readonly idempotencyKey: string };

export interface RewardSaved {
  readonly reward: Reward;
  readonly replayed: boolean;
}

interface Asked {
  readonly caller: Caller;
  readonly id: string;
  readonly intent: string;
  readonly described: Omit<CreateReward, 'idempotencyKey'>;
}

/** The reward's id is made of the key, so the same key cannot make two. */
const useCase: UseCase<Asked, RewardSaved | Refused> = {
  name: 'createReward',
  reads: ({ id }) => ({ rewards: [id] }),
  decide: ({ caller, id, intent, described }, work, { now, policy }) => {
    const first = work.get('rewards', id);
    if (first?.intent === intent) return { reward: first, replayed: true };
    if (first) return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: first.createdAt } };
    const reward: Reward = {
      ...described,
      id,
      intent,
      version: 1,
      totalUses: 0,
      createdAt: now,
      updatedAt: now,
    };
    const refused = whyNotValid(reward, policy.operation);
    if (refused) return { refused };
    work.put('rewards', id, reward);
    record(work, { now }, caller, {
      ...{ id: actId('createReward', id), act: 'createReward', subject: { kind: 'REWARD', id } },
      ...differences(null, rewardFacts(reward)),
    });
    return { reward, replayed: false };
  },
};

/** Makes a reward that customers can claim. */
export function createReward(
  app: App,
  caller: Caller,
  { idempotencyKey, ...described }: CreateReward,
): Promise<RewardSaved | Refused> {
  const intent = intentOf(useCase.name, described);
  return app.engine.submit(useCase, { caller, id: rewardIdOf(idempotencyKey), intent, described });
}

/** The id of the reward that a key makes. */
export function rewardIdOf(idempotencyKey: string): string {
  return `rwd_${keyDigest(idempotencyKey)}`;
}
