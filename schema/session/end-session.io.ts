import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../user-error/user-error.type.ts';
import { Viewer } from '../viewer/viewer.type.ts';
import { Weighs } from '../weight.ts';

@InputType({ description: 'Which session to end.' })
export class EndSessionInput {
  @Field(() => ID, { description: "The `id` of one of the caller's own sessions." })
  sessionId!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `endSession`.' })
export class EndSessionPayload {
  @Field(() => Viewer, {
    nullable: true,
    description: 'The caller, with the sessions that are left; null when refused.',
  })
  viewer!: Viewer | null;

  @Weighs({ most: 10 })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it worked.' })
  userErrors!: UserError[];
}
