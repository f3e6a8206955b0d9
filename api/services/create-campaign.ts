import { actId, differences } from '../domain/act.ts';
import {
  campaignFacts,
  readSharedCode,
  whyNotSound,
  type Campaign,
  type CampaignCodes,
  type CampaignTerms,
} from '../domain/campaign.ts';
import type { Policy } from '../domain/policy.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { intentOf, keyDigest } from './idempotency.ts';
import type { Refused } from './outcome.ts';
import { record } from './record-act.ts';

export interface CreateCampaign extends CampaignTerms {
  readonly codes: CampaignCodes;
  readonly sharedCode: string | null;
  readonly idempotencyKey: string;
}

export interface CampaignSaved {
  readonly campaign: Campaign;
  readonly replayed: boolean;
}

interface Asked {
  readonly caller: Caller;
  readonly id: string;
  readonly intent: string;
  readonly described: Omit<CreateCampaign, 'idempotencyKey'>;
}

/** The campaign's id is made of the key, so the same key cannot make two. */
const useCase: UseCase<Asked, CampaignSaved | Refused> = {
  name: 'createCampaign',
  reads: ({ id, described: { sharedCode } }) => ({ campaigns: [id], sharedCodes: codesIn(sharedCode) }),
  decide: ({ caller, id, intent, described }, work, { now, policy }) => {
    const first = work.get('campaigns', id);
    if (first?.intent === intent) return { campaign: first, replayed: true };
    if (first) return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: first.createdAt } };
    const campaign: Campaign = {
      ...described,
      ...{ id, intent, version: 1, termsVersion: 1, termsBy: caller.actor.id, state: 'DRAFT' },
      ...{ codeCount: 0, spent: 0n, uses: 0, customers: 0 },
      ...{ createdBy: caller.actor, createdAt: now, updatedAt: now },
    };
    const refused = whyNotSoundBy(policy, campaign);
    if (refused) return { refused };
    if (codesIn(campaign.sharedCode).some((code) => work.get('sharedCodes', code) !== undefined))
      return { refused: TAKEN };
    work.put('campaigns', id, campaign);
    record(work, { now }, caller, {
      ...{ id: actId('createCampaign', id), act: 'createCampaign', subject: { kind: 'CAMPAIGN', id } },
      ...differences(null, campaignFacts(campaign)),
    });
    return { campaign, replayed: false };
  },
};

const TAKEN: Refusal = {
  ...{ code: 'INVALID_INPUT', field: 'sharedCode', problem: 'Another campaign has this code.' },
};

/** The code for all as it is compared, if there is one. */
function codesIn(sharedCode: string | null): string[] {
  const code = sharedCode === null ? null : readSharedCode(sharedCode);
  return code === null ? [] : [code];
}

/** Why a campaign cannot be as it is described by the rules of this shop. */
export function whyNotSoundBy({ operation, maxCampaignBudget }: Policy, campaign: Campaign): Refusal | null {
  return whyNotSound(campaign, { value: operation, maxBudget: maxCampaignBudget });
}

/** The id of the campaign that a key makes. */
export function campaignIdOf(idempotencyKey: string): string {
  return `cmp_${keyDigest(idempotencyKey)}`;
}

/** Makes a campaign, as a draft: nobody can use it before it is started. */
export function createCampaign(
  app: App,
  caller: Caller,
  { idempotencyKey, ...described }: CreateCampaign,
): Promise<CampaignSaved | Refused> {
  const intent = intentOf(useCase.name, described);
  const id = campaignIdOf(idempotencyKey);
  return app.engine.submit(useCase, { caller, id, intent, described });
}
