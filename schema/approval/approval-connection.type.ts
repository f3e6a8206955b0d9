import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import type { Ref } from '../ref.ts';
import { ApprovalEdge } from './approval-edge.type.ts';
import { Approval } from './approval.type.ts';

/** Counting costs a query of its own, so the total has a resolver. */
@ObjectType({ simpleResolvers: true, description: 'A page of approvals, newest first.' })
export class ApprovalConnection {
  @Field(() => [ApprovalEdge], { description: 'The approvals of the page with their cursors.' })
  edges!: Ref<ApprovalEdge[]>;

  @Field(() => [Approval], { description: 'The approvals of the page without cursors.' })
  nodes!: Ref<Approval[]>;

  @Field(() => PageInfo, { description: 'Whether there is more, and where.' })
  pageInfo!: PageInfo;

  @Field(() => Int, {
    description:
      'How many approvals match in all, on every page together. Counted up to 10,000: that figure means as many or more.',
  })
  totalCount?: number;
}
