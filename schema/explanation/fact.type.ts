import { Field, ObjectType } from 'type-graphql';
// First of those that lead to each other in a circle: transactions are loaded by way of their wallet.
import '../wallet/wallet.type.ts';
import { Money } from '../money/money.type.ts';
import { Transaction } from '../transaction/transaction.interface.ts';

@ObjectType({ simpleResolvers: true, description: 'Something that an explanation rests on.' })
export class Fact {
  @Field(() => String, { description: 'What, in words.' })
  text!: string;

  @Field(() => Money, {
    nullable: true,
    description:
      'How much of the balance it is, where it is a part of it: those parts add up to the balance. Null otherwise.',
  })
  amount!: Money | null;

  @Field(() => Transaction, { nullable: true, description: 'The transaction that it stands in, if one.' })
  transaction!: Transaction | null;
}
