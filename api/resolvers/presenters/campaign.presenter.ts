import type { Campaign } from '../../../schema/campaign/campaign.type.ts';
import type { CampaignPayload } from '../../../schema/campaign/save-campaign.io.ts';
import type { Instant } from '../../domain/calendar.ts';
import { statusOf, type Campaign as CampaignState } from '../../domain/campaign.ts';
import type { Refused } from '../../services/outcome.ts';
import { globalId } from '../global-id.ts';
import { presentMoney, presentMoneyOrNull } from './money.presenter.ts';
import { presentRefusal } from './user-error.presenter.ts';

export function presentCampaign(campaign: CampaignState, now: Instant): Campaign {
  const { id, name, termsVersion: version, value, codes, sharedCode, codeCount, startsAt, endsAt } = campaign;
  const { budget, spent, uses, customers, maxUses, usesPerCustomer, minPurchaseAmount } = campaign;
  const { newCustomersOnly, tiers, creditLifetimeDays, createdBy, createdAt, updatedAt } = campaign;
  return {
    ...{ id: globalId('Campaign', id), name, status: statusOf(campaign, now), version, codes, sharedCode },
    ...{ value: presentMoney(value), codeCount, startsAt, endsAt, budget: presentMoneyOrNull(budget) },
    ...{ codesUrl: codeCount > 0 ? `/export/campaigns/${id}/codes.csv` : null, spent: presentMoney(spent) },
    ...{ uses, customers, maxUses, usesPerCustomer, newCustomersOnly, tiers: [...tiers] },
    ...{ minPurchaseAmount: presentMoneyOrNull(minPurchaseAmount), creditLifetimeDays },
    ...{ createdBy, createdAt, updatedAt },
  };
}

export function presentSavedCampaign(
  saved: { readonly campaign: CampaignState } | Refused,
  now: Instant,
): CampaignPayload {
  if ('refused' in saved) return { campaign: null, userErrors: [presentRefusal(saved.refused)] };
  return { campaign: presentCampaign(saved.campaign, now), userErrors: [] };
}
