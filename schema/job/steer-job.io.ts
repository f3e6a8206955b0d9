import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Approval } from '../approval/approval.type.ts';
import { IdempotencyKey } from '../idempotency-key.ts';
import type { Ref } from '../ref.ts';
import { JobPayload } from './start-job.io.ts';

/** Which job. */
@InputType()
export abstract class OnJobInput {
  @Field(() => ID, { description: 'The `id` of the job.' })
  jobId!: string;

  @IdempotencyKey()
  idempotencyKey!: string;
}

@InputType({ description: 'Which job is to begin or go on.' })
export class ResumeJobInput extends OnJobInput {}

@InputType({ description: 'Which job is to pause.' })
export class PauseJobInput extends OnJobInput {}

@InputType({ description: 'Which job is to stop.' })
export class StopJobInput extends OnJobInput {}

@ObjectType({ simpleResolvers: true, description: 'The answer to `resumeJob`.' })
export class ResumeJobPayload extends JobPayload {
  @Field(() => Approval, {
    nullable: true,
    description:
      'What another person has to decide before it begins, because the rows come to more than the limit of whoever asked. Null where nobody else was needed.',
  })
  approval!: Ref<Approval> | null;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `pauseJob`.' })
export class PauseJobPayload extends JobPayload {}

@ObjectType({ simpleResolvers: true, description: 'The answer to `stopJob`.' })
export class StopJobPayload extends JobPayload {}
