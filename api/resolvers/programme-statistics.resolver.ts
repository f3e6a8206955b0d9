import { Args, Authorized, Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import { ProgrammeStatisticsArgs } from '../../schema/programme/programme-statistics.args.ts';
import { ProgrammeStatistics } from '../../schema/programme/programme-statistics.type.ts';
import type { SpendingCohorts } from '../../schema/programme/spending-cohorts.type.ts';
import { QUERY, Weighs } from '../../schema/weight.ts';
import { startOfDay } from '../domain/calendar.ts';
import { programmeStatistics } from '../services/queries/programme-statistics.ts';
import type { GraphqlContext } from './context.ts';
import { presentCohorts, presentProgramme } from './presenters/programme.presenter.ts';
import { programmePeriod } from './programme-period.ts';
import { ADMINS } from './reach.ts';

@Resolver(() => ProgrammeStatistics)
export class ProgrammeStatisticsResolver {
  @Authorized(ADMINS)
  @Weighs({ own: 100 * QUERY })
  @Query(() => ProgrammeStatistics, {
    description:
      'How the wallets of the shop do, beside what the shop set out to reach. Looks at every wallet, so it is for reports and not for every page. For admins.',
  })
  async programmeStatistics(
    @Args(() => ProgrammeStatisticsArgs) args: ProgrammeStatisticsArgs,
    @Ctx() { app }: GraphqlContext,
  ): Promise<ProgrammeStatistics> {
    return presentProgramme(await programmeStatistics(app, programmePeriod(args, app.now())));
  }

  @FieldResolver()
  async cohorts(@Ctx() { app }: GraphqlContext): Promise<SpendingCohorts | null> {
    const last = await app.stores.audits.last();
    return last?.cohorts ? presentCohorts(startOfDay(last.startedAt), last.cohorts) : null;
  }
}
