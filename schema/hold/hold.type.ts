import { Field, ID, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { Draw } from '../transaction/draw.type.ts';
import { Transaction } from '../transaction/transaction.interface.ts';
import { Wallet } from '../wallet/wallet.type.ts';
import { LOOKED_UP, Weighs } from '../weight.ts';
import { HoldReason } from './hold-reason.enum.ts';
import { HoldStatus } from './hold-status.enum.ts';

/** Fields that are optional here have a resolver of their own. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'Credits that are set aside. They cannot be spent on anything else, and count as spent only when they are captured.',
})
export class Hold extends Node {
  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => Wallet, { nullable: true, description: 'The wallet they are in, as it is now.' })
  wallet?: Ref<Wallet> | null;

  @Field(() => ID, { nullable: true, description: "The shop's number of the order they are for, if any." })
  orderId!: string | null;

  @Field(() => HoldReason, { description: 'What they are set aside for.' })
  reason!: HoldReason;

  @Field(() => HoldStatus, { description: 'How it stands.' })
  status?: HoldStatus;

  @Field(() => Money, { description: 'How much was set aside.' })
  amount!: Money;

  @Field(() => Money, { description: 'How much of it was spent so far, or taken.' })
  captured?: Money;

  @Field(() => Money, { description: 'How much of it was given back.' })
  released?: Money;

  @Field(() => Money, { description: 'How much of it is still set aside.' })
  open?: Money;

  @Field(() => DateTime, { description: 'When it was placed.' })
  placedAt!: number;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it ends by itself and gives back what it still keeps; null of what waits for the payment provider, for as long as that takes.',
  })
  expiresAt!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null while it is open.' })
  endedAt?: number | null;

  @Weighs({ most: 1_000, each: 5 })
  @Field(() => [Draw], { description: 'Which credits were set aside, in the order of their use.' })
  draws?: Ref<Draw[]>;

  @Weighs({ most: 100, each: 5 })
  @Field(() => [Transaction], {
    description: 'How it was placed, captured and released, oldest first, at most 100.',
  })
  transactions?: Ref<Transaction[]>;
}
