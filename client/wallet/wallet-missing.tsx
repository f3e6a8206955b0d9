import { useId } from 'react';
import { OfflineReason } from '../offline/offline-reason.tsx';
import { useConnected } from '../session/use-connected.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useWords } from '../words/use-words.ts';
import { ProblemBanner } from './problem-banner.tsx';
import { useCreateWallet } from './use-create-wallet.ts';
import type { CreateWalletRefusal } from './use-create-wallet.ts';
import { walletWords } from './words/words.ts';

/** For a customer whom the shop knows and who has no wallet yet. */
export function WalletMissing() {
  const { wallet } = useWords(walletWords);
  const announce = useAnnounce();
  const connected = useConnected();
  const reasonId = useId();
  const { create, loading, error, refusals } = useCreateWallet();
  const start = async (): Promise<void> => {
    if (await create()) announce.politely(wallet.created);
  };
  return (
    <>
      {error && (
        <ProblemBanner title={wallet.failed} error={error} onRetry={() => void start()} retrying={loading} />
      )}
      {refusals.map((refusal) => (
        <Refusal key={refusal.code} refusal={refusal} />
      ))}
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
                busy={loading}
                unavailable={!connected}
                aria-describedby={connected ? undefined : reasonId}
                onClick={() => void start()}
              >
                {loading ? wallet.creating : wallet.create}
              </Button>
            </>
          }
        />
      </Card>
    </>
  );
}

function Refusal({ refusal }: { refusal: CreateWalletRefusal }) {
  const { refusals, wallet } = useWords(walletWords);
  const words: Partial<Record<CreateWalletRefusal['code'], string>> = refusals;
  return (
    <Banner tone="bad" icon="error" urgent>
      <p>
        <b>{wallet.failed}</b> {words[refusal.code] ?? refusal.message}
      </p>
    </Banner>
  );
}
