import { Field, Int, ObjectType } from 'type-graphql';
import { ErrorCode } from '../user-error/error-code.enum.ts';
import { Weighs } from '../weight.ts';

@ObjectType({ simpleResolvers: true, description: 'A row of a file that cannot be done, or was not.' })
export class FailedRow {
  @Field(() => Int, { description: 'Its place among the rows of the file, counted from 0.' })
  row!: number;

  @Weighs({ most: 20 })
  @Field(() => [String], { description: 'Its cells as they came, in the order of the columns of the job.' })
  cells!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'The column in which something is wrong; null where it is about the whole row.',
  })
  column!: string | null;

  @Field(() => ErrorCode, { description: 'Why, for programs.' })
  code!: ErrorCode;

  @Field(() => String, { description: 'What is wrong, or what helps, in words.' })
  problem!: string;
}
