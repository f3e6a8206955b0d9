import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import type { Ref } from '../ref.ts';
import { Job } from './job.type.ts';

@ObjectType({ simpleResolvers: true, description: 'A job in a page.' })
export class JobEdge {
  @Field(() => String, { description: 'Its place in the list: send it as `after` or `before`.' })
  cursor!: string;

  @Field(() => Job, { description: 'The job.' })
  node!: Ref<Job>;
}

/** Counting costs a query of its own, so the total has a resolver. */
@ObjectType({ simpleResolvers: true, description: 'A page of jobs, newest first.' })
export class JobConnection {
  @Field(() => [JobEdge], { description: 'The jobs of the page with their cursors.' })
  edges!: Ref<JobEdge[]>;

  @Field(() => [Job], { description: 'The jobs of the page without cursors.' })
  nodes!: Ref<Job[]>;

  @Field(() => PageInfo, { description: 'Whether there is more, and where.' })
  pageInfo!: PageInfo;

  @Field(() => Int, {
    description:
      'How many jobs match in all, on every page together. Counted up to 10,000: that figure means as many or more.',
  })
  totalCount?: number;
}
