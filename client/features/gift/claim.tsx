import { useId } from 'react';
import { formatMoney } from '../../format/money.ts';
import { plus } from '../../format/sum.ts';
import type { Gift_LookFragment, GiftPageQuery } from '../../graphql/graphql.ts';
import { OfflineReason } from '../../offline/offline-reason.tsx';
import { useConnected } from '../../session/use-connected.ts';
import { Button } from '../../ui/button.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { ActionBar, Consequence, PayBox } from '../../ui/flow.tsx';
import text from '../../ui/text.module.css';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../wallet/refusal-banner.tsx';
import { StatusBanner } from '../../wallet/status-banner.tsx';
import { UnknownBanner } from '../../wallet/unknown-banner.tsx';
import type { Intent } from '../../wallet/use-intent.ts';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { useWords } from '../../words/use-words.ts';
import { giftWords } from './words/words.ts';

export interface ClaimProps {
  gift: Gift_LookFragment;
  wallet: NonNullable<GiftPageQuery['viewer']['wallet']>;
  intent: Omit<Intent, 'openOf'>;
  onClaim: () => void;
}

/** What claiming leads to, and the button that does it. */
export function Claim({ gift, wallet, intent, onClaim }: ClaimProps) {
  const { gift: words } = useWords(giftWords);
  const money = useMoneyText();
  const connected = useConnected();
  const reasonId = useId();
  const { sending, unknown, asking, askNow, error, refusals } = intent;
  const busy = sending || unknown;
  const amount = formatMoney(gift.amount);
  const after = money(plus(wallet.balance, gift.amount));
  return (
    <>
      <StatusBanner wallet={wallet} wayToShop />
      <PayBox
        label={words.whenClaimed}
        bar={
          <ActionBar>
            {unknown && <UnknownBanner title={words.unknown} asking={asking} onAsk={askNow} />}
            {error !== null && (
              <ProblemBanner title={words.notClaimed} error={error} onRetry={onClaim} retrying={sending} />
            )}
            <RefusalBanners title={words.notClaimed} errors={refusals} />
            <Consequence left={words.newBalanceOf(after)} />
            {!connected && <OfflineReason id={reasonId} />}
            <Button
              block
              kind="primary"
              busy={busy}
              unavailable={!connected}
              aria-describedby={connected ? undefined : reasonId}
              onClick={onClaim}
            >
              {busy ? words.claiming : words.claim(amount)}
            </Button>
          </ActionBar>
        }
      >
        <Facts>
          <Fact name={words.balanceNow}>{money(wallet.balance)}</Fact>
          <Fact name={words.from(gift.fromName)}>+{amount}</Fact>
          <Fact name={words.newBalance}>{after}</Fact>
        </Facts>
      </PayBox>
      <p className={text['note']}>{words.once}</p>
    </>
  );
}
