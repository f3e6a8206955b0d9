import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({ description: 'Anything with an id that is unique across all types.' })
export abstract class Node {
  @Field(() => ID, {
    description:
      'Opaque and unique across all types: keep it, compare it, send it back, but do not take it apart.',
  })
  id!: string;
}
