import { Authorized, Ctx, Query, Resolver } from 'type-graphql';
import { Tier } from '../../schema/tier/tier.type.ts';
import { Weighs } from '../../schema/weight.ts';
import type { GraphqlContext } from './context.ts';
import { presentTier } from './presenters/tier.presenter.ts';
import { EVERYBODY } from './reach.ts';

@Resolver()
export class TierResolver {
  @Authorized(EVERYBODY)
  @Weighs({ most: 4 })
  @Query(() => [Tier], {
    description: 'The levels of the loyalty programme, lowest first. For everybody who is signed in.',
  })
  tiers(@Ctx() { app }: GraphqlContext): Tier[] {
    return app.policy.tiers.map(presentTier);
  }
}
