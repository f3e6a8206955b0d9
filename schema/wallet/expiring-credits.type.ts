import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { CreditLot } from './credit-lot.type.ts';
import type { Ref } from '../ref.ts';
import { Weighs } from '../weight.ts';

@ObjectType({ simpleResolvers: true, description: 'What a wallet will lose soon unless it is spent.' })
export class ExpiringCredits {
  @Field(() => Money, { description: 'How much it is in all.' })
  total!: Money;

  @Weighs({ most: 1_000 })
  @Field(() => [CreditLot], { description: 'The credits in question, soonest expiry first.' })
  lots!: Ref<CreditLot[]>;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the first of them expires; null when there are none.',
  })
  nextExpiryAt!: number | null;
}
