import { useId } from 'react';
import { formatDate } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { plus } from '../../format/sum.ts';
import type { Gift_LookFragment, GiftPageQuery } from '../../graphql/graphql.ts';
import { OfflineReason } from '../../offline/offline-reason.tsx';
import { useSession } from '../../session/session-provider.tsx';
import { useConnected } from '../../session/use-connected.ts';
import { Button } from '../../ui/button.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { ActionBar, Consequence, PayBox } from '../../ui/flow.tsx';
import linkStyles from '../../ui/link.module.css';
import text from '../../ui/text.module.css';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../wallet/refusal-banner.tsx';
import { StatusBanner } from '../../wallet/status-banner.tsx';
import { standingAfter } from '../../wallet/tier/standing.ts';
import { useTierSentence } from '../../wallet/tier/tier-card.tsx';
import { UnknownBanner } from '../../wallet/unknown-banner.tsx';
import type { Intent } from '../../wallet/use-intent.ts';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { walletWords } from '../../wallet/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { ClaimBy } from './claim-by.tsx';
import { giftWords } from './words/words.ts';
import styles from './gift.module.css';

export interface ClaimProps {
  gift: Gift_LookFragment;
  wallet: NonNullable<GiftPageQuery['viewer']['wallet']>;
  tiers: GiftPageQuery['tiers'];
  /** Of whom the wallet is. */
  name: string;
  intent: Omit<Intent, 'openOf'>;
  onClaim: () => void;
}

/** What claiming leads to, and the button that does it. */
export function Claim({ gift, wallet, tiers, name, intent, onClaim }: ClaimProps) {
  const { gift: words } = useWords(giftWords);
  const { tier: tierWords } = useWords(walletWords);
  const money = useMoneyText();
  const connected = useConnected();
  const reasonId = useId();
  const { sending, unknown, asking, askNow, error, refusals } = intent;
  const busy = sending || unknown;
  const amount = formatMoney(gift.amount);
  const after = money(plus(wallet.balance, gift.amount));
  const standing = standingAfter(wallet.tier, tiers, gift.amount);
  const tier = tierWords.name(standing.tier);
  const toNext = useTierSentence(standing);
  const until = gift.expiresAt === null ? null : formatDate(gift.expiresAt);
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
            <Consequence
              left={
                <>
                  {words.newBalance} <b>{after}</b>
                </>
              }
              right={standing.reached ? words.reaches(tier) : words.stays(tier)}
              tone={standing.reached ? 'good' : 'plain'}
              more={until === null ? undefined : words.lasts(amount, until)}
            />
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
        <h2>{words.whenClaimed}</h2>
        <Facts>
          <Fact name={words.balanceNow}>{money(wallet.balance)}</Fact>
          <Fact name={words.from(gift.fromName)}>+{amount}</Fact>
          <Fact name={<b>{words.newBalance}</b>}>
            <span className={styles['sum']}>{after}</span>
          </Fact>
          {until !== null && <Fact name={words.lastsTo}>{until}</Fact>}
          <Fact name={words.tier}>
            <span>
              {tier}
              <small>{toNext}</small>
            </span>
          </Fact>
        </Facts>
      </PayBox>
      <p className={text['note']}>
        <SignedInAs name={name} />
      </p>
      <p className={text['note']}>
        <ClaimBy gift={gift} />
      </p>
    </>
  );
}

/** Into whose wallet it goes. Somebody else signs in at this same address. */
function SignedInAs({ name }: { name: string }) {
  const { gift: words } = useWords(giftWords);
  const session = useSession();
  return (
    <>
      {words.signedInAs(name)}{' '}
      <button type="button" className={linkStyles['link']} onClick={() => void session.signOut()}>
        {words.notYou}
      </button>
    </>
  );
}
