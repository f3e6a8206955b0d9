import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { CreditSource } from '../transaction/credit-source.enum.ts';

@ObjectType({ simpleResolvers: true, description: 'What was granted for one reason.' })
export class GrantedAmount {
  @Field(() => CreditSource, { description: 'Where it came from: never PURCHASE, which nobody grants.' })
  source!: CreditSource;

  @Field(() => Money, { description: 'How much.' })
  amount!: Money;
}
