import { Field, ObjectType } from 'type-graphql';
import { ErrorCode } from '../user-error/error-code.enum.ts';
import { Weighs } from '../weight.ts';
import { BalanceStep } from './balance-step.type.ts';
import { Fact } from './fact.type.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'Why something is as it is, by the rules that decide it and the transactions behind it.',
})
export class Explanation {
  @Field(() => String, { description: 'What was asked, in words.' })
  question!: string;

  @Field(() => String, { description: 'The answer, in words.' })
  answer!: string;

  @Field(() => String, { description: 'The rule that decided, in words.' })
  rule!: string;

  @Field(() => ErrorCode, {
    nullable: true,
    description: 'What it is refused with; null when it is not, and of a balance.',
  })
  code!: ErrorCode | null;

  @Weighs({ most: 5 })
  @Field(() => [BalanceStep], { description: 'Of a balance, how it came about; empty otherwise.' })
  steps!: BalanceStep[];

  @Weighs({ most: 30 })
  @Field(() => [Fact], { description: 'What it rests on, at most thirty.' })
  facts!: Fact[];
}
