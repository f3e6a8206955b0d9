import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Int, Query, Resolver } from 'type-graphql';
import { CampaignConnection } from '../../schema/campaign/campaign-connection.type.ts';
import { Campaign } from '../../schema/campaign/campaign.type.ts';
import { OrderedPageArgs } from '../../schema/connection/ordered-page.args.ts';
import { LOOKED_UP, QUERY, Weighs } from '../../schema/weight.ts';
import { countCampaigns, findCampaign, findCampaigns } from '../services/queries/find-campaigns.ts';
import type { Connection } from './connection.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { listPageOf, presentPage, readList } from './list-page.ts';
import { presentCampaign } from './presenters/campaign.presenter.ts';
import { STAFF } from './reach.ts';

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
  ): Promise<Campaign | null> {
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
    @Args(() => OrderedPageArgs) page: OrderedPageArgs,
    @Ctx() { app }: GraphqlContext,
  ): Promise<Connection<Campaign>> {
    const list = readList('campaigns', page);
    const { listed, campaigns } = await findCampaigns(app, listPageOf(list, page));
    const now = app.now();
    return presentPage(
      list,
      listed,
      campaigns.map((campaign) => campaign && presentCampaign(campaign, now)),
    );
  }

  @Weighs({ own: 4 * QUERY })
  @FieldResolver(() => Int)
  totalCount(@Ctx() { app }: GraphqlContext): Promise<number> {
    return countCampaigns(app);
  }
}
