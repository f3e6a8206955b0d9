import { ArrayMaxSize, Min } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Weighs } from '../weight.ts';
import { FailedRow } from './failed-row.type.ts';
import { JobPayload } from './start-job.io.ts';

@InputType({ description: 'The next rows of a file.' })
export class AddJobRowsInput {
  @Field(() => ID, { description: 'The `id` of the job.' })
  jobId!: string;

  @Min(0)
  @Field(() => Int, { description: 'The place of the first of them among all rows, counted from 0.' })
  from!: number;

  @ArrayMaxSize(500, { message: 'must have at most 500 rows' })
  @Field(() => [[String]], {
    description:
      'The cells of 500 rows, or of as many as are left, in the order of the columns. Nothing is done with them before the job begins; the same rows sent again change nothing.',
  })
  rows!: string[][];
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `addJobRows`.' })
export class AddJobRowsPayload extends JobPayload {
  @Weighs({ most: 500 })
  @Field(() => [FailedRow], { description: 'Those of these rows that cannot be done, and why.' })
  problems!: FailedRow[];
}
