import { useEffect, useId } from 'react';
import { useNavigate } from 'react-router';
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
  /** It is to be paid all the same, with other amounts. */
  anew: boolean;
  onClose: () => void;
  onBusy: (busy: boolean) => void;
}

/** Says what calling off leads to before it is done. An order that a page of the shop led here is begun anew there. */
export function CancelDialog({ checkout, anew, onClose, onBusy }: CancelDialogProps) {
  const { checkout: words } = useWords(checkoutWords);
  const { actions } = useWords(sharedWords);
  const connected = useConnected();
  const navigate = useNavigate();
  const reasonId = useId();
  const { cancel, sending, unknown, asking, askNow, error, refusals } = useCancelCheckout(checkout.id);
  useEffect(() => onBusy(sending), [onBusy, sending]);
  const confirm = async (): Promise<void> => {
    const ended = await cancel();
    if (ended === null) return;
    if (anew && ended.returnTo === null) await navigate(payAgainPath(ended), { replace: true });
    else onClose();
  };
  return (
    <ModalDialog
      title={anew ? words.anewTitle(checkout.orderId) : words.cancelTitle(checkout.orderId)}
      closeLabel={actions.close}
      busy={sending}
      onClose={onClose}
    >
      <p>
        {anew ? words.anewText : words.cancelText}{' '}
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
          {sending || unknown ? words.cancelling : anew ? words.anewNow : words.cancelNow}
        </Button>
        <Button unavailable={sending} onClick={onClose}>
          {words.keep}
        </Button>
      </div>
    </ModalDialog>
  );
}

/** Where the same order is split anew. */
function payAgainPath({ orderId, total }: Checkout_StateFragment): string {
  return `/use?order=${encodeURIComponent(orderId)}&amount=${total.amount}`;
}
