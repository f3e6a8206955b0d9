import type { Campaign } from '../../../schema/campaign/campaign.type.ts';
import type { CampaignPayload } from '../../../schema/campaign/save-campaign.io.ts';
import type { VoucherUse } from '../../../schema/campaign/voucher-use.type.ts';
import type { Instant } from '../../domain/calendar.ts';
import {
  exposureOf,
  statusOf,
  type Campaign as CampaignState,
  type VoucherUse as VoucherUseState,
} from '../../domain/campaign.ts';
import type { Refused } from '../../services/outcome.ts';
import { globalId } from '../global-id.ts';
import { presentMoney, presentMoneyOrNull } from './money.presenter.ts';
import { presentRefusal } from './user-error.presenter.ts';

/** A campaign that carries the state it was made from, for what is looked up when asked for. */
export type CampaignView = Campaign & { readonly state: CampaignState };

export function presentCampaign(campaign: CampaignState, now: Instant): CampaignView {
  const { id, name, termsVersion: version, value, codes, sharedCode, codeCount, startsAt, endsAt } = campaign;
  const { budget, spent, uses, customers, maxUses, usesPerCustomer, minPurchaseAmount } = campaign;
  const { newCustomersOnly, tiers, creditLifetimeDays, createdBy, createdAt, updatedAt } = campaign;
  return {
    ...{ state: campaign, remaining: presentMoneyOrNull(exposureOf(campaign)) },
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
): CampaignPayload & { readonly campaign: CampaignView | null } {
  if ('refused' in saved) return { campaign: null, userErrors: [presentRefusal(saved.refused)] };
  return { campaign: presentCampaign(saved.campaign, now), userErrors: [] };
}

/** A use that carries what is known of it. */
export type VoucherUseView = VoucherUse & { readonly known: VoucherUseState };

export function presentVoucherUse(known: VoucherUseState): VoucherUseView {
  const { usedAt, amount, termsVersion: version } = known;
  return { known, usedAt, amount: presentMoney(amount), version };
}
