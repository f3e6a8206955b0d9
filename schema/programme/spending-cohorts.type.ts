import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { Weighs } from '../weight.ts';

@ObjectType({ simpleResolvers: true, description: 'What one cohort did in one month.' })
export class CohortMonth {
  @Field(() => Int, { description: 'How many months after their first: 0 is the first itself.' })
  monthsLater!: number;

  @Field(() => Int, { description: 'How many of them spent credits in the month.' })
  customers!: number;

  @Field(() => Money, { description: 'What their debits of the month came to, before refunds.' })
  spent!: Money;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The customers who spent credits for the first time in one month.',
})
export class SpendingCohort {
  @Field(() => String, {
    description: "The month of their first debit, in the shop's time zone, such as `2026-11`.",
  })
  month!: string;

  @Field(() => Int, { description: 'How many they are.' })
  customers!: number;

  @Weighs({ most: 12 })
  @Field(() => [CohortMonth], { description: 'That month and each one since, in their order.' })
  months!: CohortMonth[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'Who came back: the cohorts of twelve months, counted by the nightly audit from all journals.',
})
export class SpendingCohorts {
  @Field(() => DateTime, {
    description: 'Debits before this moment are counted: the beginning of the day of the audit.',
  })
  asOf!: number;

  @Weighs({ most: 12 })
  @Field(() => [SpendingCohort], { description: 'One for each month, oldest first.' })
  cohorts!: SpendingCohort[];
}
