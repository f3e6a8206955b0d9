import { useId } from 'react';
import { OfflineReason } from '../../offline/offline-reason.tsx';
import { useConnected } from '../../session/use-connected.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemBanner } from '../problem-banner.tsx';
import { RefusalBanners } from '../refusal-banner.tsx';
import { UnknownBanner } from '../unknown-banner.tsx';
import type { Intent } from '../use-intent.ts';

export interface BeginPaymentProps {
  intent: Omit<Intent, 'openOf' | 'reset'>;
  words: {
    /** Whether the payment was begun is not known. */
    unknown: string;
    notBegun: string;
    beginning: string;
    /** The fact on the button: what is paid, and how. */
    pay: string;
  };
  /** The form that it ends sends it, too. */
  onRetry: () => void;
}

/** The end of a form that begins a payment: what became of a try, and the button that says what is paid. */
export function BeginPayment({ intent, words, onRetry }: BeginPaymentProps) {
  const { sending, unknown, asking, askNow, error, refusals } = intent;
  const connected = useConnected();
  const reasonId = useId();
  const busy = sending || unknown;
  return (
    <>
      {unknown && <UnknownBanner title={words.unknown} asking={asking} onAsk={askNow} />}
      {error !== null && (
        <ProblemBanner title={words.notBegun} error={error} onRetry={onRetry} retrying={sending} />
      )}
      <RefusalBanners title={words.notBegun} errors={refusals} />
      {!connected && <OfflineReason id={reasonId} />}
      <Button
        block
        type="submit"
        kind="primary"
        busy={busy}
        unavailable={!connected}
        aria-describedby={connected ? undefined : reasonId}
      >
        {busy ? words.beginning : words.pay}
      </Button>
    </>
  );
}
