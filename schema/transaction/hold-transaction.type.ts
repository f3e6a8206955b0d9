import { Field, ObjectType } from 'type-graphql';
import { Hold } from '../hold/hold.type.ts';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { LOOKED_UP, Weighs } from '../weight.ts';
import { Draw } from './draw.type.ts';
import { Transaction } from './transaction.interface.ts';

@ObjectType({
  implements: [Transaction, Node],
  simpleResolvers: true,
  description: 'Credits that were set aside. They left the balance and are not spent.',
})
export class HoldTransaction extends Transaction {
  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => Hold, {
    nullable: true,
    description: 'The hold that it placed, as it is now. Never null here.',
  })
  hold?: Ref<Hold> | null;

  @Weighs({ most: 1_000, each: 5 })
  @Field(() => [Draw], { description: 'Which credits were set aside, in the order of their use.' })
  draws?: Ref<Draw[]>;
}
