import { Field, ObjectType } from 'type-graphql';
import { AuditRun } from './audit-run.type.ts';

@ObjectType({ simpleResolvers: true, description: 'Whether the books are right.' })
export class Integrity {
  @Field(() => AuditRun, {
    nullable: true,
    description:
      'The last audit that was through; null before the first. It runs every night while the server does.',
  })
  lastAudit!: AuditRun | null;
}
