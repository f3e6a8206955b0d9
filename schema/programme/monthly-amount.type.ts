import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';

@ObjectType({ simpleResolvers: true, description: 'An amount of one month.' })
export class MonthlyAmount {
  @Field(() => String, { description: "The month in the shop's time zone, such as `2026-11`." })
  month!: string;

  @Field(() => Money, { description: 'How much it was in the month.' })
  amount!: Money;
}
