import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import {
  RewardPageDocument,
  SetRewardStatusDocument,
  StaffReward_RewardFragmentDoc,
} from '../../../graphql/graphql.ts';
import type { StaffReward_RewardFragment } from '../../../graphql/graphql.ts';
import { useConnected } from '../../../session/use-connected.ts';
import { useReadPolicy } from '../../../session/use-read-policy.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import text from '../../../ui/text.module.css';
import { useToast } from '../../../ui/toast.tsx';
import { BackLink } from '../../../wallet/back-link.tsx';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../../wallet/refusal-banner.tsx';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile.tsx';
import { ChangesCard } from '../../parts/changes-card.tsx';
import { TableCardSkeleton } from '../../parts/table-card-skeleton.tsx';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { Answered } from '../../ui/answered.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { draftOf } from './draft.ts';
import type { Draft } from './draft.ts';
import { RewardForm } from './reward-form.tsx';
import { standingLooks, standingOf } from './standing.ts';
import { useUpdateReward } from './use-save-reward.ts';
import { rewardsWords as words } from './words.ts';
import styles from './rewards.module.css';

type Reward = StaffReward_RewardFragment;

const { page } = words;

/** What of a reward can be changed at all, by the name of its field. */
const CHANGEABLE = { name: page.name, description: page.text, maxUses: page.maxUses, until: page.until };

/** One reward: what customers see of it, what of it can still be changed, and who changed it. */
export function RewardPage() {
  const { id = '' } = useParams();
  const now = useClock()();
  const query = useQuery(RewardPageDocument, { variables: { id }, fetchPolicy: useReadPolicy() });
  const reward = readFragment(StaffReward_RewardFragmentDoc, query.data?.reward);
  const standing = reward && standingOf(reward, now);
  return (
    <ConsolePage
      heading={reward?.name ?? page.title}
      lead={<BackLink to="/admin/rewards" label={page.back} />}
      badges={standing && <Badge {...standingLooks[standing]}>{words.states[standing]}</Badge>}
      sub={reward && (reward.totalUses === 0 ? page.neverClaimed : page.claimed(reward.totalUses))}
      busy={query.loading && query.data === undefined}
    >
      <Answered
        operationName="RewardPage"
        query={query}
        failed={page.failed}
        skeleton={<TableCardSkeleton label={page.loading} />}
      >
        {() =>
          reward ? (
            <Content key={reward.id} reward={reward} />
          ) : (
            <EmptyState art="noMatch" title={page.missing} text={page.missingText} />
          )
        }
      </Answered>
    </ConsolePage>
  );
}

function Content({ reward }: { reward: Reward }) {
  const isAdmin = useOwnAccount()?.role === 'ADMIN';
  const [opened] = useState(reward);
  return (
    <RewardForm
      reward={reward}
      initial={draftOf(opened)}
      actions={(draft, check) =>
        isAdmin ? <Saving {...{ opened, reward, draft, check }} /> : <p>{page.readOnly}</p>
      }
      side={
        isAdmin && (
          <>
            <Switch reward={reward} />
            <ChangesCard subjectId={reward.id} made="createReward" />
          </>
        )
      }
    />
  );
}

interface SavingProps {
  /** As it was when somebody came to change it. */
  opened: Reward;
  /** As it is known now. */
  reward: Reward;
  draft: Draft;
  check: () => boolean;
}

function Saving({ opened, reward, draft, check }: SavingProps) {
  const { update, saving, error, refusals, changed } = useUpdateReward(opened);
  const connected = useConnected();
  const toast = useToast();
  const isSame = JSON.stringify(draft) === JSON.stringify(draftOf(reward));
  const save = async (): Promise<void> => {
    if (check() && (await update(draft))) toast(page.saved);
  };
  return (
    <>
      {changed && <ChangedMeanwhile names={CHANGEABLE} {...changed} draft={draft} />}
      {error !== null && (
        <ProblemBanner title={page.notSaved} error={error} onRetry={() => void save()} retrying={saving} />
      )}
      <RefusalBanners title={page.notSaved} errors={refusals} />
      {isSame && <p className={text['note']}>{page.nothingChanged}</p>}
      <Button kind="primary" busy={saving} unavailable={!connected || isSame} onClick={() => void save()}>
        {saving ? page.saving : changed ? page.saveAnyway : page.save}
      </Button>
    </>
  );
}

/** On or off at once, whatever stands in the form. */
function Switch({ reward: { id, status } }: { reward: Reward }) {
  const [send, { loading, error, data }] = useMutation(SetRewardStatusDocument);
  const connected = useConnected();
  const toast = useToast();
  const isOn = status === 'ACTIVE';
  const flip = async (): Promise<void> => {
    const next = isOn ? 'INACTIVE' : 'ACTIVE';
    const sent = await send({ variables: { input: { rewardId: id, status: next } } }).catch(() => null);
    if (sent?.data?.setRewardStatus.reward) toast(isOn ? page.paused : page.resumed);
  };
  return (
    <Card title={isOn ? page.pause : page.resume}>
      <div className={styles['form']}>
        <p className={text['note']}>{isOn ? page.pauseHint : page.resumeHint}</p>
        {error && (
          <ProblemBanner
            title={page.notSwitched}
            error={error}
            onRetry={() => void flip()}
            retrying={loading}
          />
        )}
        <RefusalBanners title={page.notSwitched} errors={data?.setRewardStatus.userErrors ?? []} />
        <Button block busy={loading} unavailable={!connected} onClick={() => void flip()}>
          {loading ? page.switching : isOn ? page.pause : page.resume}
        </Button>
      </div>
    </Card>
  );
}
