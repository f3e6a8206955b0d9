import type { Campaign } from '../../domain/campaign.ts';
import type { App } from '../app.ts';
import { listPage, type Listed, type ListPage } from './list-page.ts';
import { MOST_COUNTED } from './most-counted.ts';

/** A page of campaigns with what stands at its places. */
export interface CampaignPage {
  readonly listed: Listed;
  readonly campaigns: readonly (Campaign | null)[];
}

/** A page of all campaigns. */
export async function findCampaigns({ stores }: App, page: ListPage): Promise<CampaignPage> {
  const found = new Map<string, Campaign>();
  const listed = await listPage(async (stretch) => {
    const campaigns = await stores.campaigns.list(stretch);
    for (const campaign of campaigns) found.set(campaign.id, campaign);
    return campaigns.map(({ id, createdAt }) => ({ id, createdAt }));
  }, page);
  return { listed, campaigns: listed.places.map(({ id }) => found.get(id) ?? null) };
}

/** How many there are in all; counts no further than `MOST_COUNTED`. */
export function countCampaigns({ stores }: App): Promise<number> {
  return stores.campaigns.count(MOST_COUNTED);
}

/** The campaign with this id; null when there is none. */
export async function findCampaign({ stores }: App, id: string): Promise<Campaign | null> {
  return (await stores.campaigns.load([id])).get(id) ?? null;
}
