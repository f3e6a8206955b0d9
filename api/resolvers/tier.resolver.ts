import { Query, Resolver } from 'type-graphql';
import { Tier } from '../../schema/tier/tier.type.ts';

@Resolver()
export class TierResolver {
  @Query(() => [Tier], {
    description: 'The levels of the loyalty programme, lowest first. For everybody who is signed in.',
  })
  tiers(): Tier[] {
    throw new Error('pending');
  }
}
