import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';

@ObjectType({ simpleResolvers: true, description: 'Within what bounds campaigns can be made in this shop.' })
export class CampaignRules {
  @Field(() => Money, { description: 'The least that one use adds to a wallet.' })
  minValue!: Money;

  @Field(() => Money, { description: 'The most that one use adds to a wallet.' })
  maxValue!: Money;

  @Field(() => Money, { description: 'What one campaign may come to at most.' })
  maxBudget!: Money;

  @Field(() => Money, {
    description: 'What may come to more is started by another admin than who wrote its terms.',
  })
  aloneUpTo!: Money;

  @Field(() => Int, { description: 'How many codes of its own a campaign has at most.' })
  maxCodes!: number;

  @Field(() => Int, { description: 'How often one customer can use a campaign at most.' })
  maxUsesPerCustomer!: number;
}
