import { useId } from 'react';
import { OfflineReason } from '../offline/offline-reason.tsx';
import { useConnected } from '../session/use-connected.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useWords } from '../words/use-words.ts';
import { ProblemBanner } from './problem-banner.tsx';
import { RefusalBanners } from './refusal-banner.tsx';
import { UnknownBanner } from './unknown-banner.tsx';
import { useCreateWallet } from './use-create-wallet.ts';
import { walletWords } from './words/words.ts';

/** For a customer whom the shop knows and who has no wallet yet. */
export function WalletMissing() {
  const { wallet, unknown: unsure } = useWords(walletWords);
  const announce = useAnnounce();
  const connected = useConnected();
  const reasonId = useId();
  const { create, sending, unknown, asking, askNow, error, refusals } = useCreateWallet();
  const start = async (): Promise<void> => {
    if (await create()) announce.politely(wallet.created);
  };
  return (
    <>
      {unknown && <UnknownBanner title={unsure.wallet} asking={asking} onAsk={askNow} />}
      {error !== null && (
        <ProblemBanner title={wallet.failed} error={error} onRetry={() => void start()} retrying={sending} />
      )}
      <RefusalBanners title={wallet.failed} errors={refusals} />
      <Card title={wallet.missingTitle}>
        <EmptyState
          art="nothingYet"
          text={wallet.missing}
          action={
            <>
              {!connected && <OfflineReason id={reasonId} />}
              <Button
                kind="primary"
                icon="plus"
                busy={sending || unknown}
                unavailable={!connected}
                aria-describedby={connected ? undefined : reasonId}
                onClick={() => void start()}
              >
                {sending || unknown ? wallet.creating : wallet.create}
              </Button>
            </>
          }
        />
      </Card>
    </>
  );
}
