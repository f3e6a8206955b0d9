import { useState } from 'react';
import { indiaMinute } from '../../../format/date.ts';
import type { ChangeGiftInput, SentGift_StateFragment } from '../../../graphql/graphql.ts';
import { Banner } from '../../../ui/banner.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { useFirstFault } from '../../../ui/use-first-fault.ts';
import { useWords } from '../../../words/use-words.ts';
import { AskDialog } from './ask-dialog.tsx';
import { DesignChoice, WhenFields, WhomFields } from './gift-fields.tsx';
import { instantOf, isSayable } from './gift-form.ts';
import type { GiftSayings } from './gift-form.ts';
import { useChangeGift } from './use-change-gift.ts';
import { sendingWords } from './words/words.ts';
import styles from './send.module.css';

export interface ChangeDialogProps {
  gift: SentGift_StateFragment;
  onClose: () => void;
}

/** What is said of a gift, to be said otherwise. Its amount and the language of its mail stay. */
export function ChangeDialog({ gift, onClose }: ChangeDialogProps) {
  const { change: words } = useWords(sendingWords);
  const now = useClock();
  const [form, showFault] = useFirstFault();
  const [before] = useState(() => sayingsOf(gift, now()));
  const [draft, setDraft] = useState(before);
  const [checked, setChecked] = useState(false);
  const { change, reset, ...intent } = useChangeGift(gift.id);
  const wasSent = gift.sentAt !== null;
  const say = (said: Partial<GiftSayings>): void => {
    setDraft((known) => ({ ...known, ...said }));
    setChecked(false);
    reset();
  };
  const save = async (): Promise<void> => {
    setChecked(true);
    showFault();
    // The time of one that was sent is over, and nobody is asked for another.
    if (!isSayable(wasSent ? { ...draft, when: 'NOW' } : draft, now())) return;
    const wish = changesOf(before, draft, now());
    if (Object.keys(wish).length === 0 || (await change(wish))) onClose();
  };
  return (
    <AskDialog tall words={words} intent={intent} onConfirm={save} onClose={onClose}>
      <form ref={form} className={styles['fields']} noValidate onSubmit={(event) => event.preventDefault()}>
        <WhomFields draft={draft} checked={checked} onChange={say} />
        {wasSent && draft.toEmail.trim() !== before.toEmail && (
          <Banner tone="warn" icon="info">
            <p>{words.elsewhere}</p>
          </Banner>
        )}
        <DesignChoice draft={draft} onChange={say} />
        {!wasSent && <WhenFields draft={draft} checked={checked} onChange={say} />}
      </form>
    </AskDialog>
  );
}

function sayingsOf(gift: SentGift_StateFragment, now: number): GiftSayings {
  const { toEmail, fromName, message, design, deliverAt } = gift;
  const isLater = Date.parse(deliverAt) > now;
  const time = isLater
    ? { when: 'LATER' as const, day: indiaMinute(deliverAt) }
    : { when: 'NOW' as const, day: '' };
  return { toEmail: toEmail ?? '', fromName, message: message ?? '', design, ...time };
}

/** What is said otherwise than before, as the shop is told; what stays is left out. */
function changesOf(
  before: GiftSayings,
  after: GiftSayings,
  now: number,
): Omit<ChangeGiftInput, 'giftId' | 'idempotencyKey'> {
  const { toEmail, fromName, message, design, when, day } = after;
  const isOtherTime = when !== before.when || (when === 'LATER' && day !== before.day);
  const deliverAt = when === 'LATER' ? instantOf(day) : new Date(now).toISOString();
  return {
    ...(toEmail.trim() !== before.toEmail && { toEmail: toEmail.trim() }),
    ...(fromName.trim() !== before.fromName && { fromName: fromName.trim() }),
    ...(message.trim() !== before.message && { message: message.trim() }),
    ...(design !== before.design && { design }),
    ...(isOtherTime && { deliverAt }),
  };
}
