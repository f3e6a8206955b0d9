import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { DateTime } from '../scalars/date-time.ts';

@InputType({ description: 'Which acts to list. All that is given must hold.' })
export class AuditLogFilter {
  @MaxLength(400, { message: 'must have at most 400 characters' })
  @Field(() => ID, { nullable: true, description: 'Only what this person did.' })
  actorId?: string | null;

  @MaxLength(64, { message: 'must have at most 64 characters' })
  @Field(() => String, {
    nullable: true,
    description: 'Only acts of this name, such as `updateReward` or `addCredits`.',
  })
  act?: string | null;

  @MaxLength(600, { message: 'must have at most 600 characters' })
  @Field(() => ID, {
    nullable: true,
    description:
      "Only what was done to this: the `id` of a customer, wallet, reward, top-up, payment review or account, or the shop's own `customerId`.",
  })
  subjectId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Only from this moment on, included.' })
  from?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'Only up to this moment, not included.' })
  to?: number | null;
}
