import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { CampaignConnection } from '../../schema/campaign/campaign-connection.type.ts';
import { CampaignRules } from '../../schema/campaign/campaign-rules.type.ts';
import { Campaign } from '../../schema/campaign/campaign.type.ts';
import { CampaignsArgs } from '../../schema/campaign/campaigns.args.ts';
import { LOOKED_UP, QUERY, Weighs } from '../../schema/weight.ts';
import { MOST_CODES, MOST_USES_EACH } from '../domain/campaign.ts';
import {
  countCampaigns,
  findCampaign,
  findCampaigns,
  type CampaignFilter,
} from '../services/queries/find-campaigns.ts';
import { aloneUpTo } from '../services/update-campaign.ts';
import type { Connection } from './connection.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { listPageOf, presentPage, readList } from './list-page.ts';
import { presentCampaign, type CampaignView } from './presenters/campaign.presenter.ts';
import { presentMoney } from './presenters/money.presenter.ts';
import { STAFF } from './reach.ts';

type CampaignsPage = Connection<CampaignView> & { readonly filter: CampaignFilter };

@Resolver(() => CampaignConnection)
export class CampaignsResolver {
  @Authorized(STAFF)
  @Weighs({ own: LOOKED_UP })
  @Query(() => Campaign, {
    nullable: true,
    description: 'One campaign; null when there is none. For staff and admins.',
  })
  async campaign(
    @Arg('id', () => ID, { description: 'The `id` of the campaign.' }) id: string,
    @Ctx() { app }: GraphqlContext,
  ): Promise<CampaignView | null> {
    const campaignId = localId('Campaign', id);
    const campaign = campaignId === null ? null : await findCampaign(app, campaignId);
    return campaign && presentCampaign(campaign, app.now());
  }

  @Authorized(STAFF)
  @Weighs({ own: QUERY })
  @Query(() => CampaignConnection, {
    description: 'The campaigns of the shop, newest first unless asked otherwise. For staff and admins.',
  })
  async campaigns(
    @Args(() => CampaignsArgs) args: CampaignsArgs,
    @Ctx() { app }: GraphqlContext,
  ): Promise<CampaignsPage> {
    const { status } = args.filter ?? {};
    const filter = status?.length ? { statuses: status } : {};
    const list = readList('campaigns', args);
    const { listed, campaigns } = await findCampaigns(app, filter, listPageOf(list, args));
    const now = app.now();
    const found = campaigns.map((campaign) => campaign && presentCampaign(campaign, now));
    return { ...presentPage(list, listed, found), filter };
  }

  @Authorized(STAFF)
  @Query(() => CampaignRules, {
    description:
      'Within what bounds campaigns can be made, and from what on two admins are needed. For staff and admins.',
  })
  campaignRules(@Ctx() { app: { policy } }: GraphqlContext): CampaignRules {
    const { min, max } = policy.operation;
    return {
      ...{ minValue: presentMoney(min), maxValue: presentMoney(max) },
      ...{ maxBudget: presentMoney(policy.maxCampaignBudget), aloneUpTo: presentMoney(aloneUpTo(policy)) },
      ...{ maxCodes: MOST_CODES, maxUsesPerCustomer: MOST_USES_EACH },
    };
  }

  @Weighs({ own: 4 * QUERY })
  @FieldResolver(() => Int)
  totalCount(@Root() { filter }: CampaignsPage, @Ctx() { app }: GraphqlContext): Promise<number> {
    return countCampaigns(app, filter);
  }
}
