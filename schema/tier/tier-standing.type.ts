import { Field, ObjectType } from 'type-graphql';
import { Money } from '../money/money.type.ts';
import { TierBasis } from './tier-basis.enum.ts';
import { Tier } from './tier.type.ts';

@ObjectType({ simpleResolvers: true, description: 'Which tier a wallet holds and how far the next one is.' })
export class TierStanding {
  @Field(() => Tier, { description: 'The tier held now.' })
  tier!: Tier;

  @Field(() => TierBasis, { description: 'What the tier is measured by.' })
  basis!: TierBasis;

  @Field(() => Money, { description: 'How much the wallet has of what is measured.' })
  qualifyingAmount!: Money;

  @Field(() => Tier, { nullable: true, description: 'The next tier; null at the highest.' })
  next!: Tier | null;

  @Field(() => Money, {
    nullable: true,
    description: 'How much more reaches the next tier; null at the highest.',
  })
  toNext!: Money | null;
}
