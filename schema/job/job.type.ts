import { Field, Int, ObjectType } from 'type-graphql';
import { Approval } from '../approval/approval.type.ts';
import { Money } from '../money/money.type.ts';
import { Node } from '../node/node.interface.ts';
import type { Ref } from '../ref.ts';
import { DateTime } from '../scalars/date-time.ts';
import { TransactionActor } from '../transaction/transaction-actor.type.ts';
import { LOOKED_UP, QUERY, Weighs } from '../weight.ts';
import { FailedRowConnection } from './failed-row-connection.type.ts';
import { JobKind } from './job-kind.enum.ts';
import { JobStatus } from './job-status.enum.ts';

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'A file of rows that the server works through by itself, a part at a time.',
})
export class Job extends Node {
  @Field(() => JobKind, { description: 'What it does with each row.' })
  kind!: JobKind;

  @Field(() => JobStatus, { description: 'How far it is.' })
  status!: JobStatus;

  @Field(() => String, { description: 'What the file is called; of codes, their campaign.' })
  fileName!: string;

  @Field(() => String, {
    description: 'The hash of the file. The same file again is the same job. Of codes, empty.',
  })
  fileHash!: string;

  @Weighs({ most: 20 })
  @Field(() => [String], { description: 'The columns of the file, in their order.' })
  columns!: string[];

  @Field(() => Int, { description: 'How many rows the file has, or how many codes to make.' })
  total!: number;

  @Field(() => Int, { description: 'How many of them have come.' })
  uploaded!: number;

  @Field(() => Int, { description: 'How many of those that came can be done, as they were checked.' })
  fine!: number;

  @Field(() => Int, { description: 'How many cannot; they are left out.' })
  refused!: number;

  @Field(() => Money, { description: 'What the rows that can be done come to together.' })
  amount!: Money;

  @Field(() => Int, { description: 'How many rows are done.' })
  done!: number;

  @Field(() => Int, { description: 'How many rows were left out or refused when their turn came.' })
  failed!: number;

  @Field(() => Money, { description: 'What was credited.' })
  credited!: Money;

  @Field(() => TransactionActor, {
    description: 'Who sent the file or had it begin: by whose name it is done.',
  })
  startedBy!: TransactionActor;

  @Field(() => DateTime, {
    description: 'When it began to be done; before that, when the file was taken up.',
  })
  startedAt!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null before.' })
  endedAt!: number | null;

  @Weighs({ own: LOOKED_UP })
  @Field(() => Approval, {
    nullable: true,
    description: 'What another person had to decide, or has to, before it begins.',
  })
  approval?: Ref<Approval> | null;

  @Weighs({ own: 2 * QUERY })
  @Field(() => FailedRowConnection, {
    description: 'The rows that cannot be done, or were not, and why, in the order of the file.',
  })
  failedRows?: FailedRowConnection;

  @Field(() => String, {
    nullable: true,
    description: 'Where the failed rows can be had as a file; null where there are none.',
  })
  fileUrl!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where an admin fetches the codes of the gift cards that it issues, for 30 days; null for every other job.',
  })
  codesUrl!: string | null;
}
