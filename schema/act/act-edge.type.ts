import { Field, ObjectType } from 'type-graphql';
import type { Ref } from '../ref.ts';
import { Act } from './act.type.ts';

@ObjectType({ simpleResolvers: true, description: 'An act in a page.' })
export class ActEdge {
  @Field(() => String, { description: 'Its place in the list: send it as `after`.' })
  cursor!: string;

  @Field(() => Act, { description: 'The act.' })
  node!: Ref<Act>;
}
