import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { CreditFunding } from '../wallet/credit-funding.enum.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'What all wallets together hold that expires in one month.',
})
export class LiabilityBucket {
  @Field(() => String, {
    nullable: true,
    description:
      "The month in which it expires, in the shop's time zone, such as `2026-11`; null means never.",
  })
  month!: string | null;

  @Field(() => CreditFunding, { description: 'Who paid for it.' })
  funding!: CreditFunding;

  @Field(() => Money, { description: 'How much of it is left to spend.' })
  amount!: Money;
}
