import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/date-time.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'A sign-in of the caller that is still good: a browser or an app on some device.',
})
export class Session {
  @Field(() => ID, { description: 'Opaque and unique across all types.' })
  id!: string;

  @Field(() => String, {
    description:
      'What it was signed in with, such as `Chrome on Android`, as far as it says so about itself.',
  })
  device!: string;

  @Field(() => DateTime, { description: 'When it was signed in.' })
  createdAt!: number;

  @Field(() => DateTime, {
    description: 'When it last asked to go on, to within the life of an access token.',
  })
  lastUsedAt!: number;

  @Field(() => Boolean, { description: 'Whether it is the one in which this is asked.' })
  isCurrent!: boolean;
}
