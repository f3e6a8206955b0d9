import { ArgsType, Field } from 'type-graphql';
import { DateTime } from '../scalars/date-time.ts';

@ArgsType()
export class TransactionSummaryArgs {
  @Field(() => DateTime, {
    nullable: true,
    description: 'The first moment of the period; left out, since the wallet was created.',
  })
  from?: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The moment before which the period ends; left out, until now. Not before `from`.',
  })
  to?: number | null;
}
