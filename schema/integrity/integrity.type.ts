import { Field, ObjectType } from 'type-graphql';
import { QUERY, Weighs } from '../weight.ts';
import { AuditRun } from './audit-run.type.ts';
import { Backlog } from './backlog.type.ts';

@ObjectType({ simpleResolvers: true, description: 'Whether the books are right, and what waits.' })
export class Integrity {
  @Field(() => AuditRun, {
    nullable: true,
    description:
      'The last audit that was through; null before the first. It runs every night while the server does.',
  })
  lastAudit!: AuditRun | null;

  @Weighs({ own: 6 * QUERY, most: 6 })
  @Field(() => [Backlog], { description: 'What waits to be done, each kind once.' })
  backlogs?: Backlog[];
}
