import { useEffect, useId } from 'react';
import { useNavigate } from 'react-router';
import { formatMoney } from '../../format/money.ts';
import type { RewardCard_RewardFragment } from '../../graphql/graphql.ts';
import { OfflineReason } from '../../offline/offline-reason.tsx';
import { useConnected } from '../../session/use-connected.ts';
import { Button } from '../../ui/button.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { useToast } from '../../ui/toast.tsx';
import { entryPath } from '../../wallet/entry/transaction-title.ts';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../wallet/refusal-banner.tsx';
import { UnknownBanner } from '../../wallet/unknown-banner.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { useClaimReward } from './use-claim-reward.ts';
import { rewardsWords } from './words/words.ts';
import styles from './rewards.module.css';

export type ClaimableReward = RewardCard_RewardFragment;

export interface ClaimDialogProps {
  reward: ClaimableReward;
  onClose: () => void;
  /** The reward is claimed. */
  onClaimed: () => void;
  onBusy: (busy: boolean) => void;
}

/** Says what a claim does before it does it; a reward can be claimed once in a life. */
export function ClaimDialog({ reward, onClose, onClaimed, onBusy }: ClaimDialogProps) {
  const { rewards } = useWords(rewardsWords);
  const { actions } = useWords(sharedWords);
  const toast = useToast();
  const money = useMoneyText();
  const navigate = useNavigate();
  const connected = useConnected();
  const reasonId = useId();
  const { claim, sending, unknown, asking, askNow, error, refusals } = useClaimReward();
  const amount = formatMoney(reward.creditAmount);
  useEffect(() => onBusy(sending), [onBusy, sending]);
  const confirm = async (): Promise<void> => {
    const claimed = await claim(reward.id);
    if (claimed === null) return;
    const href = entryPath(claimed.id);
    const see = { label: rewards.seeIt, href, go: () => void navigate(href) };
    toast(rewards.claimed(amount, money(claimed.balanceAfter)), see);
    onClaimed();
  };
  return (
    <ModalDialog
      title={rewards.confirmTitle(reward.name)}
      closeLabel={actions.close}
      busy={sending}
      onClose={onClose}
    >
      <p>{rewards.confirm(amount)}</p>
      {unknown && <UnknownBanner title={rewards.unknown} asking={asking} onAsk={askNow} />}
      {error !== null && (
        <ProblemBanner
          title={rewards.claimFailed}
          error={error}
          onRetry={() => void confirm()}
          retrying={sending}
        />
      )}
      <RefusalBanners title={rewards.claimFailed} errors={refusals} />
      {!connected && <OfflineReason id={reasonId} />}
      <div className={styles['choices']}>
        <Button
          kind="primary"
          icon="gift"
          busy={sending || unknown}
          unavailable={refusals.length > 0 || !connected}
          aria-describedby={connected ? undefined : reasonId}
          onClick={() => void confirm()}
        >
          {sending || unknown ? rewards.claiming : rewards.claim(amount)}
        </Button>
        <Button unavailable={sending} onClick={onClose}>
          {actions.cancel}
        </Button>
      </div>
    </ModalDialog>
  );
}
