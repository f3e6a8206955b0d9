import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { TierLevel } from './tier-level.enum.ts';
import { Weighs } from '../weight.ts';

@ObjectType({ simpleResolvers: true, description: 'A level of the loyalty programme and what it gives.' })
export class Tier {
  @Field(() => TierLevel, { description: 'Which level it is.' })
  level!: TierLevel;

  @Field(() => String, { description: 'The name to show.' })
  name!: string;

  @Field(() => Money, { description: 'The qualifying amount from which the tier is held.' })
  threshold!: Money;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many days a credit lives that is added while this tier is held; null means it never expires.',
  })
  creditLifetimeDays!: number | null;

  @Weighs({ most: 10 })
  @Field(() => [String], { description: 'What the tier gives, in sentences to show.' })
  benefits!: string[];
}
