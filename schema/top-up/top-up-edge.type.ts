import { Field, ObjectType } from 'type-graphql';
import type { Ref } from '../ref.ts';
import { TopUp } from './top-up.type.ts';

@ObjectType({ simpleResolvers: true, description: 'A top-up in a page.' })
export class TopUpEdge {
  @Field(() => String, { description: 'Its place in the list: send it as `after`.' })
  cursor!: string;

  @Field(() => TopUp, { description: 'The top-up.' })
  node!: Ref<TopUp>;
}
