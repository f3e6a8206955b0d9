import { ValidateNested } from 'class-validator';
import { ArrayMaxSize } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { OrderedPageArgs } from '../connection/ordered-page.args.ts';
import { JobKind } from './job-kind.enum.ts';
import { JobStatus } from './job-status.enum.ts';

@InputType({ description: 'Which jobs to list. All that is given must hold.' })
export class JobFilter {
  @ArrayMaxSize(10, { message: 'must name at most 10 statuses' })
  @Field(() => [JobStatus], { nullable: true, description: 'Only jobs in one of these statuses.' })
  status?: JobStatus[] | null;

  @Field(() => JobKind, { nullable: true, description: 'Only jobs of this kind.' })
  kind?: JobKind | null;
}

@ArgsType()
export class JobsArgs extends OrderedPageArgs {
  @ValidateNested()
  @Field(() => JobFilter, { nullable: true, description: 'Which jobs to list; left out, all.' })
  filter?: JobFilter | null;
}
