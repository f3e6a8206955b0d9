import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { MonthlyMovement } from './monthly-movement.type.ts';
import { QUERY, Weighs } from '../weight.ts';

/** Fields that are optional here have a resolver of their own: they cost a query. */
@ObjectType({ simpleResolvers: true, description: 'A wallet in figures, since it was created.' })
export class WalletStatistics {
  @Field(() => Int, { description: 'How often credits were added.' })
  creditCount!: number;

  @Field(() => Int, { description: 'How often credits were spent.' })
  debitCount!: number;

  @Field(() => Int, { description: 'How often something was refunded.' })
  refundCount!: number;

  @Field(() => Int, { description: 'How many credits expired before they were used up.' })
  expiryCount!: number;

  @Field(() => Int, { description: 'How many mistaken credits were taken back.' })
  reversalCount!: number;

  @Field(() => Money, {
    nullable: true,
    description:
      'What a debit comes to on average, rounded half up to a paisa; refunds not counted. Null before the first.',
  })
  averageDebit!: Money | null;

  @Field(() => Money, { nullable: true, description: 'The largest debit; null before the first.' })
  largestDebit!: Money | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many midnights, in the shop's time zone, have passed since money last moved: 0 means today. Null when it never did.",
  })
  daysSinceLastTransaction!: number | null;

  @Field(() => Money, {
    description: 'What expires within thirty midnights from now unless it is spent.',
  })
  expiringIn30Days!: Money;

  @Field(() => Int, { description: 'How many rewards were claimed.' })
  rewardsClaimed!: number;

  @Field(() => Int, { description: 'How many people joined with the referral code of the wallet.' })
  peopleReferred!: number;

  @Weighs({ own: 30 * QUERY, most: 12 })
  @Field(() => [MonthlyMovement], {
    description: 'The last twelve months, the current one included, oldest first.',
  })
  months?: MonthlyMovement[];
}
