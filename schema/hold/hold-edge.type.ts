import { Field, ObjectType } from 'type-graphql';
import type { Ref } from '../ref.ts';
import { Hold } from './hold.type.ts';

@ObjectType({ simpleResolvers: true, description: 'A hold in a page.' })
export class HoldEdge {
  @Field(() => String, { description: 'Its place in the list: send it as `after`.' })
  cursor!: string;

  @Field(() => Hold, { description: 'The hold.' })
  node!: Ref<Hold>;
}
