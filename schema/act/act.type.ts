import { Field, ID, ObjectType } from 'type-graphql';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { MetadataEntry } from '../reward/metadata-entry.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { TransactionActor } from '../transaction/transaction-actor.type.ts';
import { LOOKED_UP, Weighs } from '../weight.ts';

/** The subject is looked up when it is asked for. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "Something that a person of the shop did: changed a reward, saved a customer, looked at somebody's history, or made an entry in the journal of a wallet. And how the payment provider settled what they were to look at.",
})
export class Act extends Node {
  @Field(() => DateTime, { description: 'When.' })
  at!: number;

  @Field(() => TransactionActor, { description: 'Who, and through what.' })
  actor!: TransactionActor;

  @Field(() => String, {
    description: 'What, by the name of the operation where there is one, such as `updateReward`.',
  })
  act!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The `id` of what it was done to, also where that is not to be found any more.',
  })
  subjectId!: string | null;

  @Weighs({ own: LOOKED_UP, repeats: true })
  @Field(() => Node, {
    nullable: true,
    description:
      'What it was done to: a customer, a reward, a wallet, a top-up, a payment review or an account. Null when it was done to nothing, or to what is not to be found.',
  })
  subject?: Ref<Node> | null;

  @Field(() => String, { description: 'What happened, in words.' })
  summary!: string;

  @Weighs({ most: 20 })
  @Field(() => [MetadataEntry], {
    description: 'What the fields that were changed said before. One that said nothing is left out.',
  })
  before!: MetadataEntry[];

  @Weighs({ most: 20 })
  @Field(() => [MetadataEntry], { description: 'What they say since, or what else there is to know.' })
  after!: MetadataEntry[];

  @Field(() => String, { nullable: true, description: 'Why, in the words of whoever did it.' })
  reason!: string | null;

  @Field(() => String, { description: 'In which request, as our logs name it.' })
  requestId!: string;
}
