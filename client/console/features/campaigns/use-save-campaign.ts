import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import {
  CampaignPageDocument,
  CreateCampaignDocument,
  StaffCampaign_CampaignFragmentDoc,
  UpdateCampaignDocument,
} from '../../../graphql/graphql.ts';
import type { CreateCampaignMutation, UpdateCampaignMutation } from '../../../graphql/graphql.ts';
import { useIntent } from '../../../wallet/use-intent.ts';
import { changesOf, creationOf, draftOf } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Campaign } from './standing.ts';

/** Makes a campaign, once however often it is asked for. */
export function useCreateCampaign() {
  const [send] = useMutation(CreateCampaignDocument);
  const { carryOut, ...intent } = useIntent<CreateCampaignMutation['createCampaign']>('createCampaign');
  const create = (draft: Draft) =>
    carryOut(Object.values(draft), async (idempotencyKey) => {
      const input = { ...creationOf(draft), idempotencyKey };
      return (await send({ variables: { input } })).data?.createCampaign;
    });
  return { create, ...intent };
}

/**
 * Changes the terms of a campaign as they were read. Where somebody else has changed them since, nothing is written: `changed` is what
 * they left, and the next attempt is made on that.
 */
export function useUpdateCampaign(opened: Campaign) {
  const client = useApolloClient();
  const [send] = useMutation(UpdateCampaignDocument);
  const [seen, setSeen] = useState(opened);
  const [changed, setChanged] = useState<{ before: Draft; now: Draft } | null>(null);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [refusals, setRefusals] = useState<UpdateCampaignMutation['updateCampaign']['userErrors']>([]);

  const lookAgain = async (): Promise<void> => {
    const { data } = await client.query({
      query: CampaignPageDocument,
      variables: { id: opened.id },
      fetchPolicy: 'network-only',
    });
    const now = readFragment(StaffCampaign_CampaignFragmentDoc, data?.campaign);
    if (!now) return;
    setChanged({ before: draftOf(seen), now: draftOf(now) });
    setSeen(now);
  };
  const update = async (draft: Draft): Promise<boolean> => {
    setSaving(true);
    setError(null);
    setRefusals([]);
    try {
      const changes = changesOf(draft, draftOf(seen));
      const input = { campaignId: opened.id, version: seen.version, ...changes };
      const { campaign, userErrors = [] } = (await send({ variables: { input } })).data?.updateCampaign ?? {};
      const isChanged = userErrors.some(({ code }) => code === 'CAMPAIGN_CHANGED');
      setRefusals(isChanged ? [] : userErrors);
      if (isChanged) await lookAgain();
      return campaign !== null && campaign !== undefined;
    } catch (cause) {
      setError(cause);
      return false;
    } finally {
      setSaving(false);
    }
  };
  return { update, seen, saving, error, refusals, changed };
}
