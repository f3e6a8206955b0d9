import { Field, ObjectType } from 'type-graphql';
import { Hold } from '../hold/hold.type.ts';
import { Money } from '../money/money.type.ts';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { CreditTransaction } from './credit-transaction.type.ts';
import { Transaction } from './transaction.interface.ts';
import { LOOKED_UP, Weighs } from '../weight.ts';

@ObjectType({
  implements: [Transaction, Node],
  simpleResolvers: true,
  description:
    'What was left of a mistaken credit, taken back by an admin; or what of a bought credit was taken back because its payment was refunded or lost in a dispute.',
})
export class ReversalTransaction extends Transaction {
  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => CreditTransaction, { description: 'The credit that was taken back.' })
  credit?: Ref<CreditTransaction>;

  @Weighs({ own: LOOKED_UP })
  @Field(() => Hold, {
    nullable: true,
    description: 'The hold that it was taken from; null where it was taken from what could be spent.',
  })
  hold?: Ref<Hold> | null;

  @Field(() => Money, {
    description:
      'What of the credit could not be taken back, by this reversal or one before: it was used and not refunded, or had expired.',
  })
  notRecovered!: Money;

  @Field(() => Money, {
    description:
      'What the customer owes since: its payment was taken back and it had been spent. Zero for mistaken credits.',
  })
  receivable!: Money;
}
