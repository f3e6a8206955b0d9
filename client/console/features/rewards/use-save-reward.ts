import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import {
  CreateRewardDocument,
  StaffReward_RewardFragmentDoc,
  UpdateRewardDocument,
} from '../../../graphql/graphql.ts';
import type {
  CreateRewardMutation,
  RewardStatus,
  StaffReward_RewardFragment,
  UpdateRewardMutation,
} from '../../../graphql/graphql.ts';
import { useIntent } from '../../../wallet/use-intent.ts';
import { changesOf, creationOf, draftOf } from './draft.ts';
import type { Draft } from './draft.ts';

/** Makes a reward, once however often it is asked for. */
export function useCreateReward() {
  const [send] = useMutation(CreateRewardDocument);
  const { carryOut, ...intent } = useIntent<CreateRewardMutation['createReward']>('createReward');
  const create = (draft: Draft, status: RewardStatus) =>
    carryOut([...Object.values(draft), status], async (idempotencyKey) => {
      const input = { ...creationOf(draft), status, idempotencyKey };
      return (await send({ variables: { input } })).data?.createReward;
    });
  return { create, ...intent };
}

/**
 * Changes a reward as it was read. Where somebody else has changed it since, nothing is written: `changed` is what they left, and the
 * next attempt is made on that.
 */
export function useUpdateReward(opened: StaffReward_RewardFragment) {
  const [send] = useMutation(UpdateRewardDocument);
  const [seen, setSeen] = useState(opened);
  const [changed, setChanged] = useState<{ before: Draft; now: Draft } | null>(null);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [refusals, setRefusals] = useState<UpdateRewardMutation['updateReward']['userErrors']>([]);
  const update = async (draft: Draft): Promise<boolean> => {
    setSaving(true);
    setError(null);
    setRefusals([]);
    try {
      const input = { rewardId: opened.id, expectedRevision: seen.revision, ...changesOf(draft) };
      const { reward, userErrors = [] } = (await send({ variables: { input } })).data?.updateReward ?? {};
      const now = readFragment(StaffReward_RewardFragmentDoc, reward);
      const isChanged = userErrors.some(({ code }) => code === 'REWARD_CHANGED');
      setRefusals(isChanged ? [] : userErrors);
      if (!now) return false;
      setChanged(isChanged ? { before: draftOf(seen), now: draftOf(now) } : null);
      setSeen(now);
      return !isChanged;
    } catch (cause) {
      setError(cause);
      return false;
    } finally {
      setSaving(false);
    }
  };
  return { update, saving, error, refusals, changed };
}
