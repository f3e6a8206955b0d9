import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { TransactionKind } from '../transaction/transaction-kind.enum.ts';

@ObjectType({ simpleResolvers: true, description: 'All transactions of one kind together.' })
export class KindTotal {
  @Field(() => TransactionKind, { description: 'The kind.' })
  kind!: TransactionKind;

  @Field(() => Int, { description: 'How many there were.' })
  count!: number;

  @Field(() => Money, { description: 'What they come to, never below zero.' })
  total!: Money;
}
