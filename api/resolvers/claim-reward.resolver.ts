import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { ClaimRewardInput, ClaimRewardPayload } from '../../schema/reward/claim-reward.io.ts';
import type { Refusal } from '../domain/refusal.ts';
import { claimReward } from '../services/claim-reward.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { presentTransactionChange, refusedChange } from './presenters/change.presenter.ts';
import { presentClaim } from './presenters/claim.presenter.ts';
import { presentCredit } from './presenters/transaction.presenter.ts';
import { callerOf, CUSTOMERS_AND_ADMINS, customerToActFor, NOBODY_NAMED } from './reach.ts';

@Resolver()
export class ClaimRewardResolver {
  @Authorized(CUSTOMERS_AND_ADMINS)
  @Mutation(() => ClaimRewardPayload, {
    description:
      'Claims a reward: its credit is added to the wallet and one use of it is gone. Once per customer. For the customer and for admins. Writes a CREDIT to the journal.',
  })
  async claimReward(
    @Arg('input', () => ClaimRewardInput, { description: 'Which reward, for whom.' })
    { rewardId: opaqueId, customerId: named, idempotencyKey }: ClaimRewardInput,
    @Ctx() context: GraphqlContext,
  ): Promise<ClaimRewardPayload> {
    const caller = callerOf(context);
    const customerId = customerToActFor(caller, named);
    if (customerId === null) return refused(NOBODY_NAMED);
    const rewardId = localId('Reward', opaqueId);
    if (rewardId === null) return refused({ code: 'REWARD_NOT_FOUND' });
    const outcome = await claimReward(context.app, caller, { rewardId, customerId, idempotencyKey });
    const claim = 'refused' in outcome ? null : presentClaim(outcome.claim);
    return { ...presentTransactionChange(outcome, presentCredit), claim };
  }
}

function refused(refusal: Refusal): ClaimRewardPayload {
  return { ...refusedChange(refusal), claim: null, transaction: null };
}
