import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { DateTime } from '../scalars/date-time.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'Somebody who joined with a referral code, as far as its owner may know.',
})
export class ReferredPerson {
  @Field(() => String, { description: 'The first name and the initial of the last, such as `Kiran S.`' })
  displayName!: string;

  @Field(() => DateTime, { description: 'When the code was applied.' })
  joinedAt!: number;

  @Field(() => Money, { description: 'What the owner of the code got for it.' })
  bonus!: Money;
}
