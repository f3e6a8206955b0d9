import { actId, differences } from '../domain/act.ts';
import {
  campaignFacts,
  needsTwo,
  whyNotStartedBy,
  whyNotTo,
  type Campaign,
  type CampaignState,
  type CampaignTerms,
} from '../domain/campaign.ts';
import type { ActName } from '../domain/act.ts';
import type { Paise } from '../domain/money.ts';
import type { Policy } from '../domain/policy.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { Scope } from '../ledger/working-set.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { whyNotSoundBy } from './create-campaign.ts';
import type { Refused } from './outcome.ts';
import { record } from './record-act.ts';

/** What can be changed of a campaign; what is left out stays. Its codes stay what they are. */
export type CampaignChanges = Partial<CampaignTerms>;

export interface UpdateCampaign {
  readonly campaignId: string;
  /** The terms that were looked at: whoever changes others is told. */
  readonly termsVersion: number;
  readonly changes: CampaignChanges;
}

export interface CampaignChanged {
  readonly campaign: Campaign;
}

interface Asked<I> {
  readonly caller: Caller;
  readonly input: I;
}

const updating: UseCase<Asked<UpdateCampaign>, CampaignChanged | Refused> = {
  name: 'updateCampaign',
  reads: ({ input: { campaignId } }) => ({ campaigns: [campaignId] }),
  decide: ({ caller, input: { campaignId, termsVersion, changes } }, work, context) => {
    const campaign = work.get('campaigns', campaignId);
    if (!campaign) return { refused: { code: 'CAMPAIGN_NOT_FOUND' } };
    if (campaign.state === 'ENDED') return { refused: { code: 'CAMPAIGN_ENDED', since: campaign.endsAt } };
    if (campaign.termsVersion !== termsVersion)
      return { refused: { code: 'CAMPAIGN_CHANGED', termsVersion: campaign.termsVersion } };
    const changed: Campaign = {
      ...campaign,
      ...changes,
      ...{ version: campaign.version + 1, updatedAt: context.now },
      ...{ termsVersion: termsVersion + 1, termsBy: caller.actor.id },
    };
    const refused =
      whyNotSoundBy(context.policy, changed) ?? mustBeSeenByTwo(changed, caller, context.policy);
    if (refused) return { refused };
    return put('updateCampaign', campaign, changed, caller, work, context);
  },
};

/** What others have to start must not be made by one person alone afterwards: it waits again. */
function mustBeSeenByTwo(campaign: Campaign, { actor }: Caller, policy: Policy): Refusal | null {
  if (campaign.state !== 'STARTED' || !needsTwo(campaign, aloneUpTo(policy))) return null;
  const problem = `Pause the campaign first: what may cost this much is started by another admin than ${actor.id}.`;
  return { code: 'INVALID_INPUT', field: 'budget', problem };
}

const steering: UseCase<Asked<SetCampaignStatus>, CampaignChanged | Refused> = {
  name: 'setCampaignStatus',
  reads: ({ input: { campaignId } }) => ({ campaigns: [campaignId] }),
  decide: ({ caller, input: { campaignId, state, termsVersion } }, work, context) => {
    const campaign = work.get('campaigns', campaignId);
    if (!campaign) return { refused: { code: 'CAMPAIGN_NOT_FOUND' } };
    if (termsVersion !== null && termsVersion !== campaign.termsVersion)
      return { refused: { code: 'CAMPAIGN_CHANGED', termsVersion: campaign.termsVersion } };
    const refused =
      whyNotTo(campaign, state, context.now) ??
      (state === 'STARTED' ? whyNotStartedBy(caller.actor.id, campaign, aloneUpTo(context.policy)) : null);
    if (refused) return { refused };
    const changed = { ...campaign, state, version: campaign.version + 1, updatedAt: context.now };
    return put('setCampaignStatus', campaign, changed, caller, work, context);
  },
};

/** What one admin gives out in bulk alone, in paise (product rule 22). */
export function aloneUpTo({ approvals }: Policy): Paise {
  return approvals.limits.ADMIN.bulkAddCredits.each;
}

function put(
  act: ActName,
  before: Campaign,
  campaign: Campaign,
  caller: Caller,
  work: Scope,
  context: BatchContext,
): CampaignChanged {
  const { id, version } = campaign;
  work.put('campaigns', id, campaign);
  record(work, context, caller, {
    ...{ id: actId(act, id, version), act, subject: { kind: 'CAMPAIGN', id } },
    ...differences(campaignFacts(before), campaignFacts(campaign)),
  });
  return { campaign };
}

/** Changes the terms of a campaign for uses from now on. Uses that were stay as they are. */
export function updateCampaign(
  app: App,
  caller: Caller,
  input: UpdateCampaign,
): Promise<CampaignChanged | Refused> {
  return app.engine.submit(updating, { caller, input });
}

export interface SetCampaignStatus {
  readonly campaignId: string;
  readonly state: CampaignState;
  /** The terms that were looked at: nobody starts others unseen. Null takes them as they are. */
  readonly termsVersion: number | null;
}

/** Starts a campaign, pauses it, or ends it for good. What may cost much is started by another than who wrote its terms. */
export function setCampaignStatus(
  app: App,
  caller: Caller,
  input: SetCampaignStatus,
): Promise<CampaignChanged | Refused> {
  return app.engine.submit(steering, { caller, input });
}
