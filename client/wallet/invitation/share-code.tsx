import { useId, useState } from 'react';
import { formatMoney } from '../../format/money.ts';
import type { ReferralCard_WalletFragment } from '../../graphql/graphql.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import type { ButtonKind } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { walletWords } from '../words/words.ts';
import styles from './invitation-card.module.css';

export interface ShareCodeProps {
  referral: Pick<ReferralCard_WalletFragment['referral'], 'code' | 'shareText' | 'referredBonus'>;
  kind?: ButtonKind;
}

/** Hands the invitation to the device; where it can't share, a few ways to send it open below. */
export function ShareCode({ referral, kind = 'secondary' }: ShareCodeProps) {
  const { invitation } = useWords(walletWords);
  const { actions } = useWords(sharedWords);
  const [open, setOpen] = useState(false);
  const menuId = useId();
  const { code, shareText, referredBonus } = referral;
  const message = `${invitation.message(shareText, code, formatMoney(referredBonus))} ${referralLink(code)}`;
  const share = async (): Promise<void> => {
    if (typeof navigator.share !== 'function') return setOpen(!open);
    // Closing the device's own sheet rejects as well; the menu is no nuisance then.
    await navigator.share({ text: message }).catch((problem: unknown) => {
      if (!(problem instanceof DOMException && problem.name === 'AbortError')) setOpen(true);
    });
  };
  const encoded = encodeURIComponent(message);
  return (
    <>
      <Button
        block
        kind={kind}
        icon="share"
        aria-expanded={open}
        aria-controls={menuId}
        onClick={() => void share()}
      >
        {invitation.share}
      </Button>
      <div id={menuId} hidden={!open} className={styles['ways']}>
        <a
          className={buttonClass('quiet')}
          href={`https://wa.me/?text=${encoded}`}
          target="_blank"
          rel="noreferrer"
        >
          {invitation.whatsApp}
        </a>
        <a className={buttonClass('quiet')} href={`sms:?&body=${encoded}`}>
          {invitation.sms}
        </a>
        <a
          className={buttonClass('quiet')}
          href={`mailto:?subject=${encodeURIComponent(invitation.subject)}&body=${encoded}`}
        >
          {invitation.email}
        </a>
        <CopyButton kind="quiet" text={message} label={invitation.copyMessage} done={actions.copied} />
      </div>
    </>
  );
}

/** Where a friend lands with the code filled in. */
export function referralLink(code: string): string {
  return `${window.location.origin}/?ref=${encodeURIComponent(code)}`;
}
