import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/date-time.ts';
import { BacklogKind } from './backlog-kind.enum.ts';

@ObjectType({ simpleResolvers: true, description: 'What waits to be done, by the server or by a person.' })
export class Backlog {
  @Field(() => BacklogKind, { description: 'What.' })
  kind!: BacklogKind;

  @Field(() => Int, {
    nullable: true,
    description: 'How many, counted up to 10,000. Null of payments, of which it is only known since when.',
  })
  waiting!: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when the first does; null when nothing waits, and of jobs and approvals.',
  })
  since!: number | null;

  @Field(() => Int, { description: 'How many seconds that is by now; 0 when it is not known.' })
  lagSeconds!: number;
}
