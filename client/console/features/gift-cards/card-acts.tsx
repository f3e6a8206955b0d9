import { useId, useState } from 'react';
import { formatMoney } from '../../../format/money.ts';
import { OfflineReason } from '../../../offline/offline-reason.tsx';
import { useConnected } from '../../../session/use-connected.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { ModalDialog } from '../../../ui/modal-dialog.tsx';
import text from '../../../ui/text.module.css';
import { useToast } from '../../../ui/toast.tsx';
import { useFirstFault } from '../../../ui/use-first-fault.ts';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../../wallet/refusal-banner.tsx';
import { UnknownBanner } from '../../../wallet/unknown-banner.tsx';
import layout from '../../parts/layout.module.css';
import { NoteField } from '../../parts/note-field.tsx';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import type { GiftCard } from './standing.ts';
import { useChangeCard } from './use-change-card.ts';
import type { CardAct } from './use-change-card.ts';
import { giftCardsWords } from './words.ts';
import styles from './gift-cards.module.css';

const { acts: words } = giftCardsWords;
const ACTS = ['reissue', 'cancel'] as const satisfies readonly CardAct[];

export interface CardActsProps {
  card: GiftCard;
  /** What was looked at is another thing now. */
  onChanged: () => void;
}

/** What an admin can do with a card that holds money. Nothing is done before its consequence was said and a reason given. */
export function CardActs({ card, onChanged }: CardActsProps) {
  const [asked, setAsked] = useState<CardAct | null>(null);
  /** The code that a card was given just now; it is told this once. */
  const [code, setCode] = useState<string | null>(null);
  const reasonId = useId();
  const connected = useConnected();
  const toast = useToast();
  const isAdmin = useOwnAccount()?.role === 'ADMIN';
  const done = (act: CardAct, newCode: string | null): void => {
    setAsked(null);
    setCode(newCode);
    toast(words.done[act]);
    onChanged();
  };
  const isOpen = card.status === 'ACTIVE' || card.status === 'PART_USED';
  return (
    <Card title={words.title}>
      <div className={layout['stack']}>
        <p>{words.standing[card.status]}</p>
        {isOpen && !isAdmin && <p className={text['note']}>{words.readOnly}</p>}
        {isOpen && isAdmin && (
          <>
            {!connected && <OfflineReason id={reasonId} />}
            <div className={layout['acts']}>
              {ACTS.map((act) => (
                <Button
                  key={act}
                  unavailable={!connected}
                  aria-describedby={connected ? undefined : reasonId}
                  onClick={() => setAsked(act)}
                >
                  {words.open[act]}
                </Button>
              ))}
            </div>
          </>
        )}
      </div>
      {asked !== null && (
        <Asked
          act={asked}
          card={card}
          onDone={(newCode) => done(asked, newCode)}
          onClose={() => setAsked(null)}
        />
      )}
      {code !== null && <NewCode code={code} onClose={() => setCode(null)} />}
    </Card>
  );
}

interface AskedProps {
  act: CardAct;
  card: GiftCard;
  onDone: (newCode: string | null) => void;
  onClose: () => void;
}

function Asked({ act, card, onDone, onClose }: AskedProps) {
  const { change, sending, unknown, asking, askNow, error, refusals } = useChangeCard(card);
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [form, toFault] = useFirstFault();
  const connected = useConnected();
  const busy = sending || unknown;
  const left = formatMoney(card.remaining);
  const carryOut = async (): Promise<void> => {
    if (reason.trim() === '') {
      setIsMissing(true);
      return toFault();
    }
    const changed = await change(act, reason.trim());
    if (changed?.giftCard) onDone(changed.code ?? null);
  };
  return (
    <ModalDialog title={words.ask[act]} closeLabel={words.close} busy={busy} onClose={onClose}>
      <form
        ref={form}
        noValidate
        className={layout['stack']}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && connected) void carryOut();
        }}
      >
        <p>{words.sentence[act](card.maskedCode, left)}</p>
        <NoteField
          label={words.reason}
          hint={words.reasonHint}
          error={isMissing ? words.reasonMissing : null}
          value={reason}
          onChange={(typed) => {
            setReason(typed);
            setIsMissing(false);
          }}
        />
        {unknown && <UnknownBanner title={words.unknown} asking={asking} onAsk={askNow} />}
        {error !== null && (
          <ProblemBanner
            title={words.notDone}
            error={error}
            onRetry={() => void carryOut()}
            retrying={sending}
          />
        )}
        <RefusalBanners title={words.notDone} errors={refusals} />
        <div className={layout['acts']}>
          <Button type="submit" kind="primary" busy={busy} unavailable={!connected}>
            {busy ? words.doing : words.confirm[act](left)}
          </Button>
          <Button unavailable={busy} onClick={onClose}>
            {words.no}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

function NewCode({ code, onClose }: { code: string; onClose: () => void }) {
  return (
    <ModalDialog title={words.newCode} closeLabel={words.close} onClose={onClose}>
      <div className={layout['stack']}>
        <p className={styles['code']}>{code}</p>
        <p>{words.onlyNow}</p>
        <div className={layout['acts']}>
          <CopyButton kind="primary" text={code} label={words.copy} done={words.copied} />
          <Button onClick={onClose}>{words.handedOver}</Button>
        </div>
      </div>
    </ModalDialog>
  );
}
