import { Field, ObjectType } from 'type-graphql';
import type { Ref } from '../ref.ts';
import { Approval } from './approval.type.ts';

@ObjectType({ simpleResolvers: true, description: 'An approval in a page.' })
export class ApprovalEdge {
  @Field(() => String, { description: 'Its place in the list: send it as `after` or `before`.' })
  cursor!: string;

  @Field(() => Approval, { description: 'The approval.' })
  node!: Ref<Approval>;
}
