import { actId, differences } from '../domain/act.ts';
import {
  campaignFacts,
  exposureOf,
  whyNotTo,
  type Campaign,
  type CampaignState,
  type CampaignTerms,
} from '../domain/campaign.ts';
import type { ActName } from '../domain/act.ts';
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
  if (campaign.state !== 'STARTED' || !needsTwo(campaign, policy)) return null;
  const problem = `Pause the campaign first: what may cost this much is started by another admin than ${actor.id}.`;
  return { code: 'INVALID_INPUT', field: 'budget', problem };
}

const steering: UseCase<Asked<SetCampaignStatus>, CampaignChanged | Refused> = {
  name: 'setCampaignStatus',
  reads: ({ input: { campaignId } }) => ({ campaigns: [campaignId] }),
  decide: ({ caller, input: { campaignId, state } }, work, context) => {
    const campaign = work.get('campaigns', campaignId);
    if (!campaign) return { refused: { code: 'CAMPAIGN_NOT_FOUND' } };
    const refused = whyNotTo(campaign, state, context.now);
    if (refused) return { refused };
    const isOwn = campaign.termsBy === caller.actor.id;
    if (state === 'STARTED' && isOwn && needsTwo(campaign, context.policy))
      return { refused: { code: 'CAMPAIGN_OWN' } };
    const changed = { ...campaign, state, version: campaign.version + 1, updatedAt: context.now };
    return put('setCampaignStatus', campaign, changed, caller, work, context);
  },
};

/** Whether a campaign may come to more than one person may give out in bulk alone (product rule 22). */
function needsTwo(campaign: Campaign, { approvals }: Policy): boolean {
  const exposure = exposureOf(campaign);
  return exposure === null || exposure > approvals.limits.ADMIN.bulkAddCredits.each;
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
}

/** Starts a campaign, pauses it, or ends it for good. What may cost much is started by another than who wrote its terms. */
export function setCampaignStatus(
  app: App,
  caller: Caller,
  input: SetCampaignStatus,
): Promise<CampaignChanged | Refused> {
  return app.engine.submit(steering, { caller, input });
}
