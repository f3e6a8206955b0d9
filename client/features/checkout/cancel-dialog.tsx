import { useEffect, useId } from 'react';
import { formatMoney } from '../../format/money.ts';
import { isZero } from '../../format/proportion.ts';
import type { Checkout_StateFragment } from '../../graphql/graphql.ts';
import { OfflineReason } from '../../offline/offline-reason.tsx';
import { useConnected } from '../../session/use-connected.ts';
import { Button } from '../../ui/button.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../wallet/refusal-banner.tsx';
import { UnknownBanner } from '../../wallet/unknown-banner.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { useCancelCheckout } from './use-cancel-checkout.ts';
import { checkoutWords } from './words/words.ts';
import styles from './checkout.module.css';

export interface CancelDialogProps {
  checkout: Checkout_StateFragment;
  onClose: () => void;
  onBusy: (busy: boolean) => void;
}

/** Says what calling off leads to before it is done. */
export function CancelDialog({ checkout, onClose, onBusy }: CancelDialogProps) {
  const { checkout: words } = useWords(checkoutWords);
  const { actions } = useWords(sharedWords);
  const connected = useConnected();
  const reasonId = useId();
  const { cancel, sending, unknown, asking, askNow, error, refusals } = useCancelCheckout(checkout.id);
  useEffect(() => onBusy(sending), [onBusy, sending]);
  const confirm = async (): Promise<void> => {
    if (await cancel()) onClose();
  };
  return (
    <ModalDialog
      title={words.cancelTitle(checkout.orderId)}
      closeLabel={actions.close}
      busy={sending}
      onClose={onClose}
    >
      <p>
        {words.cancelText}{' '}
        {!isZero(checkout.fromWallet) && words.cancelCredits(formatMoney(checkout.fromWallet))}{' '}
        {checkout.fromGiftCards.length > 0 && words.cancelCards}
      </p>
      {checkout.payment !== null && <p>{words.cancelPaid}</p>}
      {unknown && <UnknownBanner title={words.unknownCancel} asking={asking} onAsk={askNow} />}
      {error !== null && (
        <ProblemBanner
          title={words.notCancelled}
          error={error}
          onRetry={() => void confirm()}
          retrying={sending}
        />
      )}
      <RefusalBanners title={words.notCancelled} errors={refusals} />
      {!connected && <OfflineReason id={reasonId} />}
      <div className={styles['choices']}>
        <Button
          kind="primary"
          busy={sending || unknown}
          unavailable={!connected || refusals.length > 0}
          aria-describedby={connected ? undefined : reasonId}
          onClick={() => void confirm()}
        >
          {sending || unknown ? words.cancelling : words.cancelNow}
        </Button>
        <Button unavailable={sending} onClick={onClose}>
          {words.keep}
        </Button>
      </div>
    </ModalDialog>
  );
}
