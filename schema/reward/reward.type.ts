import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { Node } from '../node/node.interface.ts';
import { DateTime } from '../scalars/date-time.ts';
import { MetadataEntry } from './metadata-entry.type.ts';
import { RewardStatus } from './reward-status.enum.ts';
import { Weighs } from '../weight.ts';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'Credits that customers can claim, once each.',
})
export class Reward extends Node {
  @Field(() => String, { description: 'The name to show; also the reason on the credit it brings.' })
  name!: string;

  @Field(() => String, { description: 'What it is for, in words for customers.' })
  description!: string;

  @Field(() => Money, { description: 'What a claim adds to the wallet.' })
  creditAmount!: Money;

  @Field(() => Money, {
    nullable: true,
    description:
      'What one order since `validFrom` must have come to before it can be claimed; null when none is asked for.',
  })
  minPurchaseAmount!: Money | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How often it can be claimed by all customers together; null means without limit.',
  })
  maxUses!: number | null;

  @Field(() => Int, { description: 'How often it has been claimed.' })
  totalUses!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How often it can still be claimed; null means without limit.',
  })
  usesLeft!: number | null;

  @Field(() => RewardStatus, { description: 'Whether it is offered.' })
  status!: RewardStatus;

  @Field(() => DateTime, { description: 'From when it can be claimed.' })
  validFrom!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The moment from which it can no longer be claimed; null means it does not end.',
  })
  validUntil!: number | null;

  @Weighs({ most: 50 })
  @Field(() => [MetadataEntry], { description: 'Notes for apps and reports.' })
  metadata!: MetadataEntry[];

  @Field(() => String, {
    description:
      'Names its words, limit, end and notes as they are: another once somebody has changed them, the same while it is only claimed or switched. Sent as `expectedRevision`, a change is made to these or refused.',
  })
  revision!: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: number;

  @Field(() => DateTime, { description: 'When it was last changed or claimed.' })
  updatedAt!: number;
}
