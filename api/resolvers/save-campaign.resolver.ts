import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import {
  MakeVoucherCodesInput,
  MakeVoucherCodesPayload,
} from '../../schema/campaign/make-voucher-codes.io.ts';
import type { CampaignStep } from '../../schema/campaign/campaign-step.enum.ts';
import {
  CreateCampaignInput,
  CreateCampaignPayload,
  SetCampaignStatusInput,
  SetCampaignStatusPayload,
  UpdateCampaignInput,
  UpdateCampaignPayload,
} from '../../schema/campaign/save-campaign.io.ts';
import type { CampaignState } from '../domain/campaign.ts';
import { createCampaign } from '../services/create-campaign.ts';
import { makeVoucherCodes } from '../services/make-voucher-codes.ts';
import { setCampaignStatus, updateCampaign } from '../services/update-campaign.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { presentSavedCampaign } from './presenters/campaign.presenter.ts';
import { presentJobAnswer } from './presenters/job.presenter.ts';
import { ADMINS, callerOf } from './reach.ts';

const NOT_FOUND = { refused: { code: 'CAMPAIGN_NOT_FOUND' } } as const;

const STATES: { readonly [S in CampaignStep]: CampaignState } = {
  START: 'STARTED',
  PAUSE: 'PAUSED',
  END: 'ENDED',
};

@Resolver()
export class SaveCampaignResolver {
  @Authorized(ADMINS)
  @Mutation(() => CreateCampaignPayload, {
    description:
      'Makes a campaign, as a draft: nobody can use its codes before it is started. For admins. Touches no wallet and writes nothing to any journal.',
  })
  async createCampaign(
    @Arg('input', () => CreateCampaignInput, { description: 'What it gives, to whom.' })
    { value, budget, minPurchaseAmount, ...same }: CreateCampaignInput,
    @Ctx() context: GraphqlContext,
  ): Promise<CreateCampaignPayload> {
    const saved = await createCampaign(context.app, callerOf(context), {
      ...same,
      ...{ value: value.amount, budget: budget?.amount ?? null, maxUses: same.maxUses ?? null },
      ...{ minPurchaseAmount: minPurchaseAmount?.amount ?? null, endsAt: same.endsAt ?? null },
      ...{ sharedCode: same.sharedCode ?? null, creditLifetimeDays: same.creditLifetimeDays ?? null },
    });
    const replayed = 'refused' in saved ? false : saved.replayed;
    return { ...presentSavedCampaign(saved, context.app.now()), replayed };
  }

  @Authorized(ADMINS)
  @Mutation(() => UpdateCampaignPayload, {
    description:
      'Changes the terms of a campaign for uses from now on. What may come to more than one admin gives out in bulk alone must be paused first, and is started again by another. For admins. Writes nothing to any journal.',
  })
  async updateCampaign(
    @Arg('input', () => UpdateCampaignInput, { description: 'Which campaign, and what of it.' })
    input: UpdateCampaignInput,
    @Ctx() context: GraphqlContext,
  ): Promise<UpdateCampaignPayload> {
    const { app } = context;
    const campaignId = localId('Campaign', input.campaignId);
    if (campaignId === null) return presentSavedCampaign(NOT_FOUND, app.now());
    const changed = await updateCampaign(app, callerOf(context), {
      ...{ campaignId, termsVersion: input.version, changes: changesOf(input) },
    });
    return presentSavedCampaign(changed, app.now());
  }

  @Authorized(ADMINS)
  @Mutation(() => SetCampaignStatusPayload, {
    description:
      'Starts a campaign, pauses it, or ends it for good. What may come to more than one admin gives out in bulk alone is started by another than who wrote its terms. For admins. Writes nothing to any journal.',
  })
  async setCampaignStatus(
    @Arg('input', () => SetCampaignStatusInput, { description: 'Which campaign, and what to do.' })
    input: SetCampaignStatusInput,
    @Ctx() context: GraphqlContext,
  ): Promise<SetCampaignStatusPayload> {
    const { app } = context;
    const campaignId = localId('Campaign', input.campaignId);
    if (campaignId === null) return presentSavedCampaign(NOT_FOUND, app.now());
    const asked = { campaignId, state: STATES[input.step], termsVersion: input.version ?? null };
    return presentSavedCampaign(await setCampaignStatus(app, callerOf(context), asked), app.now());
  }

  @Authorized(ADMINS)
  @Mutation(() => MakeVoucherCodesPayload, {
    description:
      'Has the server make codes for a campaign, by itself: follow the job, then fetch them at `Campaign.codesUrl`. The database holds none of them. For admins. Writes nothing to any journal.',
  })
  async makeVoucherCodes(
    @Arg('input', () => MakeVoucherCodesInput, { description: 'How many, for which campaign.' })
    input: MakeVoucherCodesInput,
    @Ctx() context: GraphqlContext,
  ): Promise<MakeVoucherCodesPayload> {
    const campaignId = localId('Campaign', input.campaignId);
    if (campaignId === null) return presentJobAnswer(NOT_FOUND);
    const { count, idempotencyKey } = input;
    return presentJobAnswer(
      await makeVoucherCodes(context.app, callerOf(context), { campaignId, count, idempotencyKey }),
    );
  }
}

/** What is left out stays; null takes away what may be missing. */
function changesOf(input: UpdateCampaignInput) {
  const { name, value, startsAt, endsAt, budget, maxUses, usesPerCustomer } = input;
  const { minPurchaseAmount, newCustomersOnly, tiers, creditLifetimeDays } = input;
  return {
    ...(typeof name === 'string' && { name }),
    ...(value && { value: value.amount }),
    ...(typeof startsAt === 'number' && { startsAt }),
    ...(endsAt !== undefined && { endsAt }),
    ...(budget !== undefined && { budget: budget?.amount ?? null }),
    ...(maxUses !== undefined && { maxUses }),
    ...(typeof usesPerCustomer === 'number' && { usesPerCustomer }),
    ...(minPurchaseAmount !== undefined && { minPurchaseAmount: minPurchaseAmount?.amount ?? null }),
    ...(typeof newCustomersOnly === 'boolean' && { newCustomersOnly }),
    ...(tiers && { tiers }),
    ...(creditLifetimeDays !== undefined && { creditLifetimeDays }),
  };
}
