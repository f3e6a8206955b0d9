import { actId, differences } from '../domain/act.ts';
import { rewardFacts, whyNotValid, type Reward } from '../domain/reward.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Refused } from './outcome.ts';
import { record } from './record-act.ts';
import { revisionOf } from './reward-revision.ts';

/** What can be changed of a reward; what is left out stays. */
export interface RewardChanges {
  readonly name?: string;
  readonly description?: string;
  readonly maxUses?: number | null;
  readonly validUntil?: Reward['validUntil'];
  readonly metadata?: Reward['metadata'];
  readonly status?: Reward['status'];
}

interface Asked {
  readonly caller: Caller;
  readonly rewardId: string;
  readonly changes: RewardChanges;
  /** The revision that was looked at; null where that does not matter. */
  readonly expectedRevision: string | null;
}

/** Nothing was written over what somebody else has changed; the reward is as they left it. */
export interface RewardChanged extends Refused {
  readonly reward: Reward;
}

export type RewardAnswer = { readonly reward: Reward } | RewardChanged | Refused;

const useCase: UseCase<Asked, RewardAnswer> = {
  name: 'updateReward',
  reads: ({ rewardId }) => ({ rewards: [rewardId] }),
  decide: ({ caller, rewardId, changes, expectedRevision }, work, { now, policy }) => {
    const reward = work.get('rewards', rewardId);
    if (!reward) return { refused: { code: 'REWARD_NOT_FOUND' } };
    if (expectedRevision !== null && expectedRevision !== revisionOf(reward))
      return { refused: { code: 'REWARD_CHANGED', since: reward.updatedAt }, reward };
    const changed: Reward = { ...reward, ...changes, version: reward.version + 1, updatedAt: now };
    const refused = whyNotValid(changed, policy.operation);
    if (refused) return { refused };
    work.put('rewards', rewardId, changed);
    const act = 'status' in changes ? 'setRewardStatus' : 'updateReward';
    record(work, { now }, caller, {
      ...{ id: actId(act, rewardId, changed.version), act, subject: { kind: 'REWARD', id: rewardId } },
      ...differences(rewardFacts(reward), rewardFacts(changed)),
    });
    return { reward: changed };
  },
};

/**
 * Changes a reward, if it still is what was looked at. What customers were promised (amount, minimum purchase, start) stays as it was
 * made.
 */
export function updateReward(
  app: App,
  caller: Caller,
  rewardId: string,
  changes: RewardChanges,
  expectedRevision: string | null = null,
): Promise<RewardAnswer> {
  return app.engine.submit(useCase, { caller, rewardId, changes, expectedRevision });
}
