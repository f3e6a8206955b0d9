import { Field, ObjectType } from 'type-graphql';
import type { Ref } from '../ref.ts';
import { UserError } from '../user-error/user-error.type.ts';
import { Weighs } from '../weight.ts';
import { Approval } from './approval.type.ts';

/** What every act on an approval answers. */
@ObjectType({ simpleResolvers: true })
export abstract class DecidedApprovalPayload {
  @Field(() => Approval, {
    nullable: true,
    description: 'The approval as it is now; null when refused, unless it has changed.',
  })
  approval!: Ref<Approval> | null;

  @Field(() => Boolean, {
    description: 'Whether this idempotency key had acted before, so that this call changed nothing.',
  })
  replayed!: boolean;

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}
