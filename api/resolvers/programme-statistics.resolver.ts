import { Args, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import { ProgrammeStatisticsArgs } from '../../schema/programme/programme-statistics.args.ts';
import { ProgrammeStatistics } from '../../schema/programme/programme-statistics.type.ts';
import { QUERY, Weighs } from '../../schema/weight.ts';
import { programmeStatistics } from '../services/queries/programme-statistics.ts';
import type { GraphqlContext } from './context.ts';
import { presentProgramme } from './presenters/programme.presenter.ts';
import { programmePeriod } from './programme-period.ts';
import { ADMINS } from './reach.ts';

@Resolver()
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
}
