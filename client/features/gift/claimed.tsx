import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { formatDate, formatDateTime } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import type { Gift_LookFragment, GiftPageQuery } from '../../graphql/graphql.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Celebration } from '../../ui/celebration.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { ActionBar, Flow } from '../../ui/flow.tsx';
import { ReferenceFact } from '../../wallet/entry/reference-fact.tsx';
import { reachedBy } from '../../wallet/tier/standing.ts';
import { TierBadge } from '../../wallet/tier/tier-badge.tsx';
import { useTierSentence } from '../../wallet/tier/tier-card.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { walletWords } from '../../wallet/words/words.ts';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { SayThanks } from './say-thanks.tsx';
import type { ClaimedGift } from './use-claim-gift.ts';
import { giftWords } from './words/words.ts';

export interface ClaimedProps {
  gift: Gift_LookFragment;
  claimed: ClaimedGift;
  tiers: GiftPageQuery['tiers'];
}

/** The gift is in the wallet: what the balance is now, and until when it lasts. */
export function Claimed({ gift, claimed: { transaction, standing }, tiers }: ClaimedProps) {
  const { gift: words } = useWords(giftWords);
  const { tier: tierWords } = useWords(walletWords);
  const { actions } = useWords(sharedWords);
  const money = useMoneyText();
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const { amount, balanceAfter, createdAt, expiresAt, reference } = transaction;
  const reached = reachedBy({ balanceAfter, amount }, standing, tiers);
  const toNext = useTierSentence(standing);
  const title = words.yours(formatMoney(amount), gift.fromName);
  useEffect(() => {
    heading.current?.focus();
    announce.politely(title);
  }, [announce, title]);
  return (
    <Flow
      side={
        <>
          <Card title={words.thisGift}>
            <Facts>
              <Fact name={words.added}>+{formatMoney(amount)}</Fact>
              <Fact name={words.sender}>{gift.fromName}</Fact>
              <Fact name={words.when}>{formatDateTime(createdAt)}</Fact>
              <Fact name={words.lastsTo}>{expiresAt === null ? words.noEnd : formatDate(expiresAt)}</Fact>
              <Fact name={words.tier}>
                <span>
                  {tierWords.name(standing.tier)}
                  <small>{toNext}</small>
                </span>
              </Fact>
              <ReferenceFact reference={reference} />
            </Facts>
          </Card>
          <ActionBar>
            <Link className={buttonClass('primary')} to="/" replace>
              {actions.done}
            </Link>
            <Link className={buttonClass('quiet')} to="/use" replace>
              {words.useCredits}
            </Link>
          </ActionBar>
        </>
      }
    >
      <Celebration
        title={title}
        titleRef={heading}
        badge={reached && <TierBadge level={reached.after.level} name={reached.after.name} />}
        text={words.balanceNowIs}
        amount={money(balanceAfter)}
      />
      <SayThanks gift={gift} />
    </Flow>
  );
}
