import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { useSearchParams } from 'react-router';
import { formatDate } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { EnterCode_WalletFragmentDoc, Refusal_ErrorFragmentDoc } from '../../graphql/graphql.ts';
import { OfflineReason } from '../../offline/offline-reason.tsx';
import { useConnected } from '../../session/use-connected.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { useFirstFault } from '../../ui/use-first-fault.ts';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { UnknownBanner } from '../../wallet/unknown-banner.tsx';
import { useRefusalText } from '../../wallet/use-refusal-text.tsx';
import { useWords } from '../../words/use-words.ts';
import { useApplyReferral } from './use-apply-referral.ts';
import { referralWords } from './words/words.ts';
import styles from './referral.module.css';

export interface EnterCodeProps {
  wallet: FragmentType<typeof EnterCode_WalletFragmentDoc>;
  windowDays: number;
}

/** For new customers, once: a friend's code. For all others, why there is no field. */
export function EnterCode(props: EnterCodeProps) {
  const { referral, createdAt } = readFragment(EnterCode_WalletFragmentDoc, props.wallet);
  const { refer } = useWords(referralWords);
  const [thanks, setThanks] = useState<string | null>(null);
  return (
    <Card title={refer.haveCode}>
      {thanks !== null && (
        <Banner tone="info" icon="ok">
          <p>{thanks}</p>
        </Banner>
      )}
      {thanks === null && referral.canApplyCode && <CodeForm onDone={setThanks} />}
      {!referral.canApplyCode && (
        <p className={styles['note']}>
          {referral.referredBy === null
            ? refer.tooLate(props.windowDays, formatDate(createdAt))
            : refer.broughtBy(referral.referredBy)}
        </p>
      )}
    </Card>
  );
}

function CodeForm({ onDone }: { onDone: (thanks: string) => void }) {
  const { refer } = useWords(referralWords);
  const announce = useAnnounce();
  const say = useRefusalText();
  const [params] = useSearchParams();
  const [code, setCode] = useState(params.get('code') ?? params.get('ref') ?? '');
  const [missing, setMissing] = useState(false);
  const connected = useConnected();
  const reasonId = useId();
  const [form, showFault] = useFirstFault();
  const { apply, reset, sending, unknown, asking, askNow, error, refusals } = useApplyReferral();
  const busy = sending || unknown;
  const [refusal] = readFragment(Refusal_ErrorFragmentDoc, refusals);
  const send = async (): Promise<void> => {
    showFault();
    if (code.trim() === '') return setMissing(true);
    const bonus = await apply(code.trim());
    showFault();
    if (bonus === null) return;
    const thanks = refer.applied(formatMoney(bonus));
    announce.politely(thanks);
    onDone(thanks);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy && connected) void send();
  };
  return (
    <form ref={form} className={styles['stack']} noValidate onSubmit={submit}>
      {unknown && <UnknownBanner title={refer.unknown} asking={asking} onAsk={askNow} />}
      {error !== null && (
        <ProblemBanner title={refer.failed} error={error} onRetry={() => void send()} retrying={sending} />
      )}
      <TextField
        label={refer.friendsCode}
        value={code}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={missing ? refer.missingCode : refusal ? say(refusal) : null}
        onChange={({ target }) => {
          setCode(target.value);
          setMissing(false);
          reset();
        }}
      />
      {!connected && <OfflineReason id={reasonId} />}
      <Button
        type="submit"
        busy={busy}
        unavailable={!connected}
        aria-describedby={connected ? undefined : reasonId}
      >
        {busy ? refer.applying : refer.apply}
      </Button>
    </form>
  );
}
