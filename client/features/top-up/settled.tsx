import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { formatDate, formatDateTime } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { TierCard_WalletFragmentDoc, WalletChange_WalletFragmentDoc } from '../../graphql/graphql.ts';
import type { TopUpQuery } from '../../graphql/graphql.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Celebration } from '../../ui/celebration.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { ActionBar, Flow } from '../../ui/flow.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import { Tip, Tips } from '../../ui/tips.tsx';
import { ReferenceFact } from '../../wallet/entry/reference-fact.tsx';
import { reachedBy } from '../../wallet/tier/standing.ts';
import { TierBadge } from '../../wallet/tier/tier-badge.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { walletWords } from '../../wallet/words/words.ts';
import { sharedWords } from '../../words/words.ts';
import { paymentWords } from '../../wallet/payment/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import type { ShownTopUp } from './reference.tsx';
import { useOnce } from './use-once.ts';
import { useWayBack } from './use-way-back.ts';
import { topUpWords } from './words/words.ts';

type Tiers = TopUpQuery['tiers'];

/** The money is there: how much, what the balance is, until when it lasts; a tier that it reached is celebrated once. */
export function Settled({ topUp, tiers }: { topUp: ShownTopUp; tiers: Tiers }) {
  const { add } = useWords(topUpWords);
  const { payment } = useWords(paymentWords);
  const { tier: tierWords } = useWords(walletWords);
  const { actions } = useWords(sharedWords);
  const money = useMoneyText();
  const announce = useAnnounce();
  const { back } = useWayBack();
  const heading = useRef<HTMLHeadingElement>(null);
  const wallet = readFragment(WalletChange_WalletFragmentDoc, topUp.transaction?.wallet);
  const { transaction, method } = topUp;
  const standing = readFragment(TierCard_WalletFragmentDoc, wallet)?.tier;
  const reached =
    transaction &&
    reachedBy({ balanceAfter: transaction.balanceAfter, amount: topUp.amount }, standing, tiers);
  const amount = formatMoney(topUp.amount);
  const said = add.settled(amount);
  const first = useOnce(`celebrated.${topUp.id}`);
  const celebrated = first && reached !== null ? reached : null;
  const title = celebrated ? add.reached(tierWords.name(celebrated.after)) : said;
  useEffect(() => {
    heading.current?.focus();
    announce.politely(title);
  }, [announce, title]);
  return (
    <Flow
      side={
        <>
          <Card title={add.thisTopUp}>
            <Facts>
              <Fact name={add.added}>+{amount}</Fact>
              <Fact name={add.paidWith}>{payment.methods[method]}</Fact>
              {transaction && (
                <>
                  <Fact name={add.when}>{formatDateTime(transaction.createdAt)}</Fact>
                  <Fact name={add.lastsTo}>
                    {transaction.expiresAt === null ? add.noEnd : formatDate(transaction.expiresAt)}
                  </Fact>
                  <ReferenceFact reference={transaction.reference} />
                </>
              )}
            </Facts>
          </Card>
          <ActionBar>
            <Link className={buttonClass('primary')} to={back}>
              {back === '/' ? actions.done : add.backToOrder}
            </Link>
            {back === '/' && (
              <Link className={buttonClass('quiet')} to={celebrated ? '/tier' : '/use'}>
                {celebrated ? add.seeTier(tierWords.name(celebrated.after)) : add.useCredits}
              </Link>
            )}
          </ActionBar>
        </>
      }
    >
      {celebrated ? (
        <Celebration
          title={title}
          titleRef={heading}
          badge={<TierBadge level={celebrated.after.level} name={celebrated.after.name} />}
          text={add.addedNow(amount)}
          amount={wallet ? money(wallet.balance) : ''}
        />
      ) : (
        <Outcome art="done" title={said} titleRef={heading}>
          {wallet && <p>{add.balanceNow(money(wallet.balance))}</p>}
        </Outcome>
      )}
      {celebrated && (
        <Card title={add.changes(tierWords.name(celebrated.after))}>
          <Tips>
            <Tip icon="calendar">
              {celebrated.after.creditLifetimeDays === null
                ? add.afterwardsNever
                : add.nowLast(celebrated.after.creditLifetimeDays)}
            </Tip>
            <Tip icon="tier">
              {add.keepWhile(
                tierWords.name(celebrated.after),
                money(celebrated.after.threshold),
                money(celebrated.spare),
              )}
            </Tip>
          </Tips>
        </Card>
      )}
    </Flow>
  );
}
