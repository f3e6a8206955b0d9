import { useId } from 'react';
import type { ReactNode } from 'react';
import { OfflineReason } from '../offline/offline-reason.tsx';
import { useConnected } from '../session/use-connected.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import type { ButtonKind } from '../ui/button.tsx';
import { useWords } from '../words/use-words.ts';
import { ProblemBanner } from './problem-banner.tsx';
import { RefusalBanners } from './refusal-banner.tsx';
import { UnknownBanner } from './unknown-banner.tsx';
import { useCreateWallet } from './use-create-wallet.ts';
import { walletWords } from './words/words.ts';

export interface CreateWalletProps {
  kind: ButtonKind;
  /** What the button is part of. */
  children: (button: ReactNode) => ReactNode;
}

/** The button that opens a wallet; what became of an attempt stands above all that the button is part of. */
export function CreateWallet({ kind, children }: CreateWalletProps) {
  const { wallet, unknown: unsure } = useWords(walletWords);
  const announce = useAnnounce();
  const connected = useConnected();
  const reasonId = useId();
  const { create, sending, unknown, asking, askNow, error, refusals } = useCreateWallet();
  const start = async (): Promise<void> => {
    if (await create()) announce.politely(wallet.created);
  };
  const busy = sending || unknown;
  return (
    <>
      {unknown && <UnknownBanner title={unsure.wallet} asking={asking} onAsk={askNow} />}
      {error !== null && (
        <ProblemBanner title={wallet.failed} error={error} onRetry={() => void start()} retrying={sending} />
      )}
      <RefusalBanners title={wallet.failed} errors={refusals} />
      {children(
        <>
          {!connected && <OfflineReason id={reasonId} onGradient={kind === 'light'} />}
          <Button
            kind={kind}
            busy={busy}
            unavailable={!connected}
            aria-describedby={connected ? undefined : reasonId}
            onClick={() => void start()}
          >
            {busy ? wallet.creating : wallet.create}
          </Button>
        </>,
      )}
    </>
  );
}
