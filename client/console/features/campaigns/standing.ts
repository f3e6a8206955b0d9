import { formatDate } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import { shareOf } from '../../../format/proportion.ts';
import type { CampaignStatus, StaffCampaign_CampaignFragment } from '../../../graphql/graphql.ts';
import type { IconName } from '../../../ui/icon-shapes.tsx';
import type { StateTone } from '../../parts/state.tsx';
import { campaignsWords as words } from './words.ts';

export type Campaign = StaffCampaign_CampaignFragment;

export const statusLooks: Record<CampaignStatus, { icon: IconName; tone: StateTone }> = {
  DRAFT: { icon: 'clock', tone: 'neutral' },
  SCHEDULED: { icon: 'calendar', tone: 'brand' },
  RUNNING: { icon: 'ok', tone: 'ok' },
  PAUSED: { icon: 'ban', tone: 'warn' },
  BUDGET_SPENT: { icon: 'check', tone: 'neutral' },
  ENDED: { icon: 'hourglass', tone: 'neutral' },
};

export const CAMPAIGNS_PATH = '/admin/campaigns';

export function campaignPath(id: string): string {
  return `${CAMPAIGNS_PATH}/${encodeURIComponent(id)}`;
}

/** What of its bound is used up: of the budget, and where there is none, of the uses. */
export function usedUp({ spent, budget, uses, maxUses }: Campaign): { text: string; share: number } {
  if (budget !== null)
    return { text: words.spentOf(formatMoney(spent), formatMoney(budget)), share: shareOf(spent, budget) };
  return { text: words.usesOf(uses, maxUses), share: maxUses === null ? 0 : Math.min(1, uses / maxUses) };
}

/** From its first day to its last; what ends at midnight ends with the day before. */
export function windowOf({ startsAt, endsAt }: Pick<Campaign, 'startsAt' | 'endsAt'>): string {
  return words.fromTo(formatDate(startsAt), endsAt === null ? null : formatDate(Date.parse(endsAt) - 1));
}

/** For whom it is, as far as it is not for everybody. */
export function audienceOf({ newCustomersOnly, tiers, minPurchaseAmount }: Campaign): string {
  const { everybody, newOnly, only, order } = words.audience;
  const parts = [
    newCustomersOnly ? newOnly : '',
    tiers.length > 0 ? only(tiers.map((tier) => words.tiers[tier])) : '',
    minPurchaseAmount === null ? '' : order(formatMoney(minPurchaseAmount)),
  ].filter(Boolean);
  return parts.join(', ') || everybody;
}
