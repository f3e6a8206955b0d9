import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { ReferredPerson } from './referred-person.type.ts';
import { LOOKED_UP, QUERY, Weighs } from '../weight.ts';

/** Fields that are optional here have a resolver of their own: they cost a query. */
@ObjectType({
  simpleResolvers: true,
  description: 'The referral code of a wallet and what it has brought.',
})
export class ReferralStanding {
  @Field(() => String, {
    description: 'The code to pass on: 8 letters and digits without look-alikes. It never changes.',
  })
  code!: string;

  @Field(() => String, { description: 'A message to send to a friend, with the code and both bonuses.' })
  shareText!: string;

  @Field(() => Money, { description: 'What the owner of the code gets for each friend who joins now.' })
  referrerBonus!: Money;

  @Field(() => Money, { description: 'What a friend who joins now gets.' })
  referredBonus!: Money;

  @Field(() => Int, { description: 'How many have joined with the code.' })
  count!: number;

  @Field(() => Money, { description: 'What its owner has got for them in all.' })
  earned!: Money;

  @Weighs({ own: LOOKED_UP })
  @Field(() => String, {
    nullable: true,
    description:
      'Who brought the owner of the wallet, as first name and initial, such as `Kiran S.`; null when nobody did.',
  })
  referredBy?: string | null;

  @Weighs({ own: 3 * QUERY, most: 100 })
  @Field(() => [ReferredPerson], {
    description: 'Those who have joined with the code, newest first, at most 100.',
  })
  people?: ReferredPerson[];

  @Field(() => Boolean, {
    description:
      "Whether the wallet can still apply a friend's code: it is active, new enough, and has applied none.",
  })
  canApplyCode!: boolean;
}
