import { Field, Float, Int, ObjectType } from 'type-graphql';
import { TierLevel } from '../tier/tier-level.enum.ts';

@ObjectType({ simpleResolvers: true, description: 'How many wallets hold a tier now.' })
export class TierShare {
  @Field(() => TierLevel, { description: 'Which tier.' })
  level!: TierLevel;

  @Field(() => Int, { description: 'How many wallets hold it.' })
  wallets!: number;

  @Field(() => Float, {
    description: 'These wallets ÷ all wallets: 0.4 means 40 %. 0 when there are no wallets.',
  })
  share!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The share the shop set out to reach: 0.4 for SILVER, null for the others.',
  })
  target!: number | null;
}
