import { Field, ObjectType } from 'type-graphql';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { CreditTransaction } from '../transaction/credit-transaction.type.ts';
import { Reward } from './reward.type.ts';
import { LOOKED_UP, Weighs } from '../weight.ts';

/** Fields that are optional here have a resolver of their own: they cost a query. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'That a customer has claimed a reward.',
})
export class RewardClaim extends Node {
  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => Reward, { description: 'The reward, as it is now.' })
  reward?: Reward;

  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => CreditTransaction, { description: 'The credit that the claim brought.' })
  transaction?: Ref<CreditTransaction>;

  @Field(() => DateTime, { description: 'When it was claimed.' })
  claimedAt!: number;
}
