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
  description:
    'The end of a hold: what it still kept came back to the balance. What came back to a credit after its time expired at once, by transactions that follow.',
})
export class ReleaseTransaction extends Transaction {
  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => Hold, { nullable: true, description: 'The hold that it ended. Never null here.' })
  hold?: Ref<Hold> | null;

  @Weighs({ most: 1_000, each: 5 })
  @Field(() => [Draw], { description: 'Which credits got how much back, last used first.' })
  restores?: Ref<Draw[]>;
}
