import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { OrderedPageArgs } from '../connection/ordered-page.args.ts';
import { TransactionFilter } from './transaction-filter.input.ts';

@ArgsType()
export class TransactionsArgs extends OrderedPageArgs {
  @ValidateNested()
  @Field(() => TransactionFilter, {
    nullable: true,
    description: 'Which transactions to list; left out, all.',
  })
  filter?: TransactionFilter | null;
}
