import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { CreditSource } from '../transaction/credit-source.enum.ts';

@ObjectType({ simpleResolvers: true, description: 'All credits and refunds of one source together.' })
export class SourceTotal {
  @Field(() => CreditSource, { description: 'The source.' })
  source!: CreditSource;

  @Field(() => Int, { description: 'How many there were.' })
  count!: number;

  @Field(() => Money, { description: 'What they come to.' })
  total!: Money;
}
