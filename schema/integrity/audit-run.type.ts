import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/date-time.ts';
import { AuditFinding } from './audit-finding.type.ts';
import { Weighs } from '../weight.ts';

@ObjectType({ simpleResolvers: true, description: 'One look through all wallets, journals and payments.' })
export class AuditRun {
  @Field(() => DateTime, { description: 'When it began.' })
  startedAt!: number;

  @Field(() => DateTime, { description: 'When it was through.' })
  finishedAt!: number;

  @Field(() => Int, { description: 'How many wallets it looked at.' })
  wallets!: number;

  @Field(() => Int, { description: 'How many journal entries it looked at.' })
  entries!: number;

  @Field(() => Int, { description: 'How often something did not hold. 0 when all is well.' })
  violations!: number;

  @Weighs({ most: 150 })
  @Field(() => [AuditFinding], { description: 'The first few findings of each kind.' })
  findings!: readonly AuditFinding[];

  @Weighs({ most: 20 })
  @Field(() => [String], {
    description:
      'What is neither right nor wrong but worth knowing, such as a collection of a newer version.',
  })
  notices!: readonly string[];
}
