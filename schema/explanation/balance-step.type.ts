import { Field, Int, ObjectType } from 'type-graphql';
// First of those that lead to each other in a circle: transactions are loaded by way of their wallet.
import '../wallet/wallet.type.ts';
import { Money } from '../money/money.type.ts';
import { Transaction } from '../transaction/transaction.interface.ts';
import { Weighs } from '../weight.ts';
import { BalanceStepKind } from './balance-step-kind.enum.ts';

@ObjectType({ simpleResolvers: true, description: 'One way in which money came to a wallet or left it.' })
export class BalanceStep {
  @Field(() => BalanceStepKind, { description: 'Which way.' })
  kind!: BalanceStepKind;

  @Field(() => String, { description: 'What happened, in words.' })
  text!: string;

  @Field(() => Int, { description: 'How many transactions did so.' })
  count!: number;

  @Field(() => Money, {
    description:
      'What they came to: below zero for what left. The amounts of all steps add up to the balance.',
  })
  amount!: Money;

  @Weighs({ most: 3 })
  @Field(() => [Transaction], {
    description: 'Those of them among the last fifty transactions, newest first, at most three.',
  })
  latest!: Transaction[];
}
