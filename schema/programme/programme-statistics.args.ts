import { ArgsType, Field } from 'type-graphql';
import { DateTime } from '../scalars/date-time.ts';

@ArgsType()
export class ProgrammeStatisticsArgs {
  @Field(() => DateTime, {
    nullable: true,
    description:
      "The period begins with the month in which this moment lies, in the shop's time zone. Left out, eleven months before its last month.",
  })
  from?: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'The period ends with the month of the last moment before this one. Left out, with the current month. At most 120 months in all.',
  })
  to?: number | null;
}
