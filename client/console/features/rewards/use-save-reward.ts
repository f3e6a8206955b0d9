import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import {
  CreateRewardDocument,
  RewardPageDocument,
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
import { changesOf, creationOf } from './draft.ts';
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

/** Changes a reward. Where somebody else has changed it since it was opened, that is said before anything is written over. */
export function useUpdateReward(opened: StaffReward_RewardFragment) {
  const client = useApolloClient();
  const [send] = useMutation(UpdateRewardDocument);
  const [seen, setSeen] = useState(opened.updatedAt);
  const [isChanged, setChanged] = useState(false);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [refusals, setRefusals] = useState<UpdateRewardMutation['updateReward']['userErrors']>([]);
  const update = async (draft: Draft): Promise<boolean> => {
    setSaving(true);
    setError(null);
    setRefusals([]);
    try {
      const latest = await client.query({
        query: RewardPageDocument,
        variables: { id: opened.id },
        fetchPolicy: 'network-only',
      });
      const known = readFragment(StaffReward_RewardFragmentDoc, latest.data?.reward);
      if (known && known.updatedAt !== seen) {
        setSeen(known.updatedAt);
        setChanged(true);
        return false;
      }
      const input = { rewardId: opened.id, ...changesOf(draft) };
      const answer = (await send({ variables: { input } })).data?.updateReward;
      const saved = readFragment(StaffReward_RewardFragmentDoc, answer?.reward);
      setRefusals(answer?.userErrors ?? []);
      if (saved) setSeen(saved.updatedAt);
      setChanged(false);
      return saved !== null && saved !== undefined;
    } catch (cause) {
      setError(cause);
      return false;
    } finally {
      setSaving(false);
    }
  };
  return { update, saving, error, refusals, isChanged };
}
