import type { Campaign, VoucherUse } from '../../domain/campaign.ts';
import type { Job } from '../../domain/job.ts';
import type { CampaignFilter } from '../../persistence/stores/campaign.store.ts';
import type { App } from '../app.ts';
import { listPage, type Listed, type ListPage } from './list-page.ts';
import { MOST_COUNTED } from './most-counted.ts';

export type { CampaignFilter };

/** A page of campaigns with what stands at its places. */
export interface CampaignPage {
  readonly listed: Listed;
  readonly campaigns: readonly (Campaign | null)[];
}

/** A page of the campaigns that match. */
export async function findCampaigns(app: App, filter: CampaignFilter, page: ListPage): Promise<CampaignPage> {
  const now = app.now();
  const found = new Map<string, Campaign>();
  const listed = await listPage(async (stretch) => {
    const campaigns = await app.stores.campaigns.list(filter, now, stretch);
    for (const campaign of campaigns) found.set(campaign.id, campaign);
    return campaigns.map(({ id, createdAt }) => ({ id, createdAt }));
  }, page);
  return { listed, campaigns: listed.places.map(({ id }) => found.get(id) ?? null) };
}

/** How many there are in all; counts no further than `MOST_COUNTED`. */
export function countCampaigns(app: App, filter: CampaignFilter): Promise<number> {
  return app.stores.campaigns.count(filter, app.now(), MOST_COUNTED);
}

/** The campaign with this id; null when there is none. */
export async function findCampaign({ stores }: App, id: string): Promise<Campaign | null> {
  return (await stores.campaigns.load([id])).get(id) ?? null;
}

/** A page of a campaign's uses with what stands at its places. */
export interface VoucherUsePage {
  readonly listed: Listed;
  readonly uses: readonly (VoucherUse | null)[];
}

export async function findVoucherUses(
  { stores }: App,
  campaignId: string,
  page: ListPage,
): Promise<VoucherUsePage> {
  const found = new Map<string, VoucherUse>();
  const listed = await listPage(async (stretch) => {
    const uses = await stores.voucherUses.ofCampaign(campaignId, stretch);
    for (const use of uses) found.set(use.id, use);
    return uses.map(({ id, usedAt: createdAt }) => ({ id, createdAt }));
  }, page);
  return { listed, uses: listed.places.map(({ id }) => found.get(id) ?? null) };
}

/** People start jobs by hand: more are never open at once. */
const MOST_OPEN = 1_000;

/** The job that makes codes for a campaign now, the newest of them; null when none does. */
export async function findCodesJob({ stores }: App, campaignId: string): Promise<Job | null> {
  const open = { kind: 'VOUCHER_CODES', statuses: ['RUNNING', 'PAUSED'] } as const;
  const jobs = await stores.jobs.list(open, { order: 'NEWEST_FIRST', limit: MOST_OPEN });
  return jobs.find((job) => job.campaignId === campaignId) ?? null;
}
