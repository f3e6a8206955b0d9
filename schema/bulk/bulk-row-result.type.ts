import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Ref } from '../ref.ts';
import { CreditTransaction } from '../transaction/credit-transaction.type.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { Weighs } from '../weight.ts';

@ObjectType({ simpleResolvers: true, description: 'What became of one row.' })
export class BulkRowResult {
  @Field(() => Int, { description: 'Which row it was, counted from 0.' })
  index!: number;

  @Field(() => ID, { description: 'The customer that the row named.' })
  customerId!: string;

  @Field(() => CreditTransaction, {
    nullable: true,
    description: 'The credit that was written; null when it was not, and in a dry run.',
  })
  transaction!: Ref<CreditTransaction> | null;

  @Weighs({ most: 5 })
  @Field(() => [UserError], {
    description:
      'Why the row was refused, or that it is not decided yet (TRY_AGAIN, OUTCOME_UNKNOWN), with a path such as `["rows", "3", "amount"]`. Empty when nothing is wrong with it, also where it was not written because another row was refused.',
  })
  userErrors!: UserError[];
}
