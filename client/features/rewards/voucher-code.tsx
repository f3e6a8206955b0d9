import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { formatDate } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { Refusal_ErrorFragmentDoc } from '../../graphql/graphql.ts';
import { OfflineReason } from '../../offline/offline-reason.tsx';
import { useConnected } from '../../session/use-connected.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { useFirstFault } from '../../ui/use-first-fault.ts';
import { entryPath } from '../../wallet/entry/transaction-title.ts';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { UnknownBanner } from '../../wallet/unknown-banner.tsx';
import { useRefusalText } from '../../wallet/use-refusal-text.tsx';
import { useWords } from '../../words/use-words.ts';
import { useRedeemVoucher, type Redeemed } from './use-redeem-voucher.ts';
import { rewardsWords } from './words/words.ts';
import styles from './rewards.module.css';

/** Credits for a code that the shop gave out: on a card, in a letter, in an advertisement. */
export function VoucherCode() {
  const { vouchers } = useWords(rewardsWords);
  const [redeemed, setRedeemed] = useState<Redeemed | null>(null);
  return (
    <Card title={vouchers.title}>
      {redeemed && <Thanks redeemed={redeemed} />}
      <p className={styles['note']}>{vouchers.hint}</p>
      <CodeForm onDone={setRedeemed} />
    </Card>
  );
}

function Thanks({ redeemed: { id, amount, reason, expiresAt } }: { redeemed: Redeemed }) {
  const { vouchers, rewards } = useWords(rewardsWords);
  return (
    <Banner tone="info" icon="ok">
      <p>
        {vouchers.added(formatMoney(amount), reason ?? '')}{' '}
        {typeof expiresAt === 'string' ? vouchers.lasts(formatDate(expiresAt)) : rewards.neverEnds}{' '}
        <Link to={entryPath(id)}>{rewards.seeEntry}</Link>
      </p>
    </Banner>
  );
}

function CodeForm({ onDone }: { onDone: (redeemed: Redeemed) => void }) {
  const { vouchers } = useWords(rewardsWords);
  const announce = useAnnounce();
  const say = useRefusalText();
  const [params] = useSearchParams();
  const [code, setCode] = useState(params.get('voucher') ?? '');
  const [missing, setMissing] = useState(false);
  const connected = useConnected();
  const reasonId = useId();
  const [form, showFault] = useFirstFault();
  const { redeem, reset, sending, unknown, asking, askNow, error, refusals } = useRedeemVoucher();
  const busy = sending || unknown;
  const [refusal] = readFragment(Refusal_ErrorFragmentDoc, refusals);
  const send = async (): Promise<void> => {
    showFault();
    if (code.trim() === '') return setMissing(true);
    const redeemed = await redeem(code.trim());
    showFault();
    if (redeemed === null) return;
    announce.politely(vouchers.added(formatMoney(redeemed.amount), redeemed.reason ?? ''));
    setCode('');
    onDone(redeemed);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy && connected) void send();
  };
  return (
    <form ref={form} className={styles['code']} noValidate onSubmit={submit}>
      {unknown && <UnknownBanner title={vouchers.unknown} asking={asking} onAsk={askNow} />}
      {error !== null && (
        <ProblemBanner title={vouchers.failed} error={error} onRetry={() => void send()} retrying={sending} />
      )}
      <TextField
        label={vouchers.label}
        value={code}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={missing ? vouchers.missing : refusal ? say(refusal) : null}
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
        {busy ? vouchers.using : vouchers.use}
      </Button>
    </form>
  );
}
