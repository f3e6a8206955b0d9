import { useEffect, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { OfflineReason } from '../../offline/offline-reason.tsx';
import { useSession } from '../../session/session-provider.tsx';
import { useConnected } from '../../session/use-connected.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { useDialog } from '../../wallet/use-dialog.ts';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { accountWords } from './words/words.ts';
import styles from './sign-out-everywhere.module.css';

/** For somebody who left a session behind on another device: ends them all, after saying what that means. */
export function SignOutEverywhere() {
  const { settings } = useWords(accountWords);
  const question = useDialog('everywhere');
  return (
    <>
      <Button block kind="quiet" icon="shield" onClick={() => question.open()}>
        {settings.everywhere}
      </Button>
      {question.subject !== null && <Confirmation onClose={question.close} onBusy={question.hold} />}
    </>
  );
}

/** It is done only when the shop says so: a session that lives on elsewhere must not be taken for ended. */
function Confirmation({ onClose, onBusy }: { onClose: () => void; onBusy: (busy: boolean) => void }) {
  const { settings } = useWords(accountWords);
  const { actions } = useWords(sharedWords);
  const { busy, failed, leave } = useLeaveEverywhere();
  const connected = useConnected();
  const reasonId = useId();
  useEffect(() => onBusy(busy), [onBusy, busy]);
  return (
    <ModalDialog title={settings.everywhereTitle} closeLabel={actions.close} busy={busy} onClose={onClose}>
      <p>{settings.everywhereText}</p>
      {failed && (
        <Banner tone="bad" icon="error" urgent>
          <p>{settings.everywhereFailed}</p>
        </Banner>
      )}
      {!connected && <OfflineReason id={reasonId} />}
      <div className={styles['choices']}>
        <Button
          kind="primary"
          icon="logout"
          busy={busy}
          unavailable={!connected}
          aria-describedby={connected ? undefined : reasonId}
          onClick={() => void leave()}
        >
          {busy ? settings.everywhereBusy : settings.everywhere}
        </Button>
        <Button unavailable={busy} onClick={onClose}>
          {actions.cancel}
        </Button>
      </div>
    </ModalDialog>
  );
}

function useLeaveEverywhere() {
  const { settings } = useWords(accountWords);
  const session = useSession();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const leave = async (): Promise<void> => {
    setBusy(true);
    setFailed(false);
    const left = await session.signOutEverywhere();
    setBusy(false);
    setFailed(!left);
    if (!left) return;
    announce.politely(settings.everywhereDone);
    await navigate('/', { replace: true });
  };
  return { busy, failed, leave };
}
