import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyKey } from '../idempotency-key.ts';
import type { Ref } from '../ref.ts';
import { CustomerId } from '../text-bounds.ts';
import { CreditTransaction } from '../transaction/credit-transaction.type.ts';
import { ChangedWalletPayload } from '../wallet/changed-wallet.payload.ts';
import { RewardClaim } from './reward-claim.type.ts';

@InputType({ description: 'Which reward to claim, for whom.' })
export class ClaimRewardInput {
  @Field(() => ID, { description: 'The `id` of the reward.' })
  rewardId!: string;

  @CustomerId()
  @Field(() => ID, {
    nullable: true,
    description:
      'The customer; left out, the caller. Admins must name one, customers can only name themselves.',
  })
  customerId?: string | null;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `claimReward`.' })
export class ClaimRewardPayload extends ChangedWalletPayload {
  @Field(() => RewardClaim, { nullable: true, description: 'The claim; null when refused.' })
  claim!: Ref<RewardClaim> | null;

  @Field(() => CreditTransaction, {
    nullable: true,
    description: 'The credit that the claim brought; null when refused.',
  })
  transaction!: Ref<CreditTransaction> | null;
}
