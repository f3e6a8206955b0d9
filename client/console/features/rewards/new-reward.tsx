import { useState } from 'react';
import { useNavigate } from 'react-router';
import { formatMoney } from '../../../format/money.ts';
import { typedAmount } from '../../../format/typed-amount.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import { StaffReward_RewardFragmentDoc } from '../../../graphql/graphql.ts';
import type { RewardStatus } from '../../../graphql/graphql.ts';
import { useConnected } from '../../../session/use-connected.ts';
import { Button } from '../../../ui/button.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { BackLink } from '../../../wallet/back-link.tsx';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../../wallet/refusal-banner.tsx';
import { UnknownBanner } from '../../../wallet/unknown-banner.tsx';
import { ConsolePage } from '../../ui/console-page.tsx';
import { emptyDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { RewardForm } from './reward-form.tsx';
import { rewardPath } from './standing.ts';
import { useCreateReward } from './use-save-reward.ts';
import { rewardsWords } from './words.ts';

const { page } = rewardsWords;

/** A reward that is yet to be made. */
export function NewReward() {
  const now = useClock();
  const [initial] = useState(() => emptyDraft(now()));
  return (
    <ConsolePage heading={page.newTitle} lead={<BackLink to="/admin/rewards" label={page.back} />}>
      <RewardForm
        reward={null}
        initial={initial}
        actions={(draft, check) => <Creation draft={draft} check={check} />}
      />
    </ConsolePage>
  );
}

function Creation({ draft, check }: { draft: Draft; check: () => boolean }) {
  const { create, sending, unknown, asking, askNow, error, refusals } = useCreateReward();
  const [asked, setAsked] = useState<RewardStatus>('ACTIVE');
  const navigate = useNavigate();
  const connected = useConnected();
  const toast = useToast();
  const send = async (status: RewardStatus): Promise<void> => {
    if (!check()) return;
    setAsked(status);
    const made = readFragment(StaffReward_RewardFragmentDoc, (await create(draft, status))?.reward);
    if (!made) return;
    toast(page.created);
    void navigate(rewardPath(made.id), { replace: true });
  };
  const busy = sending || unknown;
  const amount = typedAmount(draft.amount);
  return (
    <>
      {unknown && <UnknownBanner title={page.unknown} asking={asking} onAsk={askNow} />}
      {error !== null && (
        <ProblemBanner
          title={page.notSaved}
          error={error}
          onRetry={() => void send(asked)}
          retrying={sending}
        />
      )}
      <RefusalBanners title={page.notSaved} errors={refusals} />
      <Button kind="primary" busy={busy} unavailable={!connected} onClick={() => void send('ACTIVE')}>
        {busy ? page.saving : page.createIt(amount === null ? '…' : formatMoney(amount))}
      </Button>
      <Button unavailable={busy || !connected} onClick={() => void send('INACTIVE')}>
        {page.createPaused}
      </Button>
    </>
  );
}
