import { useId } from 'react';
import type { ApprovalDetail_ApprovalFragment } from '../../../graphql/graphql.ts';
import { OfflineReason } from '../../../offline/offline-reason.tsx';
import { useConnected } from '../../../session/use-connected.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import text from '../../../ui/text.module.css';
import { useToast } from '../../../ui/toast.tsx';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../../wallet/refusal-banner.tsx';
import { UnknownBanner } from '../../../wallet/unknown-banner.tsx';
import { useWithdrawApproval } from './use-decide-approval.ts';
import { approvalsWords } from './words.ts';
import styles from './approval.module.css';

const { detail } = approvalsWords;

/** In the place of the decision for whoever asked: they may only take it back. */
export function Withdrawal({ approval }: { approval: ApprovalDetail_ApprovalFragment }) {
  const { withdraw, sending, unknown, asking, askNow, error, refusals } = useWithdrawApproval();
  const connected = useConnected();
  const reasonId = useId();
  const toast = useToast();
  const send = async (): Promise<void> => {
    const taken = await withdraw(approval.id);
    if (taken !== null && taken.userErrors.length === 0) toast(detail.withdrawn);
  };
  const busy = sending || unknown;
  return (
    <Card title={detail.decision}>
      <div className={styles['decision']}>
        <p>{detail.own}</p>
        {unknown && <UnknownBanner title={detail.unknownWithdrawn} asking={asking} onAsk={askNow} />}
        {error !== null && (
          <ProblemBanner
            title={detail.notWithdrawn}
            error={error}
            onRetry={() => void send()}
            retrying={sending}
          />
        )}
        <RefusalBanners title={detail.notWithdrawn} errors={refusals} />
        {!connected && <OfflineReason id={reasonId} />}
        <Button
          block
          busy={busy}
          unavailable={!connected}
          aria-describedby={connected ? undefined : reasonId}
          onClick={() => void send()}
        >
          {busy ? detail.withdrawing : detail.withdraw}
        </Button>
        <p className={text['note']}>{detail.withdrawHint}</p>
      </div>
    </Card>
  );
}
