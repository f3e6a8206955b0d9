import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ReferralStanding } from '../../schema/referral/referral-standing.type.ts';
import type { ReferredPerson } from '../../schema/referral/referred-person.type.ts';
import { referrerBonusId } from '../services/idempotency.ts';
import { findReferrals } from '../services/queries/find-referrals.ts';
import type { GraphqlContext } from './context.ts';
import { nameOf } from './once.ts';
import { displayName, presentPerson, type ReferralView } from './presenters/referral.presenter.ts';

@Resolver(() => ReferralStanding)
export class ReferralStandingResolver {
  @FieldResolver()
  async referredBy(
    @Root() { state }: ReferralView,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<string | null> {
    return state.referredBy === null ? null : displayName(await loaders.customers.load(state.referredBy));
  }

  @FieldResolver()
  async people(@Root() { state }: ReferralView, @Ctx() context: GraphqlContext): Promise<ReferredPerson[]> {
    return context.once.of(nameOf('people', state), () => peopleOf(state, context));
  }
}

async function peopleOf(
  state: ReferralView['state'],
  { app, loaders }: GraphqlContext,
): Promise<ReferredPerson[]> {
  const referrals = await findReferrals(app, state.id);
  return Promise.all(
    referrals.map(async (referral) => {
      const bonusId = referrerBonusId(state.id, referral.id);
      const [customer, bonus] = await Promise.all([
        loaders.customers.load(referral.id),
        loaders.entries.load(bonusId),
      ]);
      if (bonus?.kind !== 'CREDIT') throw new Error(`The bonus ${bonusId} of a referral does not exist.`);
      return presentPerson(referral, customer, bonus);
    }),
  );
}
