import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'What a preview rests on.' })
export class Quote {
  @Field(() => Int, {
    description:
      'How many entries the journal of the wallet has, with what is due counted as booked. Sent as `expectedSeq`, the act happens as previewed or is refused as QUOTE_CHANGED.',
  })
  seq!: number;
}
