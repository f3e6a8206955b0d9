import type { ReactNode } from 'react';
import { formatDate } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import type { MoneyValue } from '../../format/money.ts';
import { plus } from '../../format/sum.ts';
import type { AddCreditsQuery } from '../../graphql/graphql.ts';
import { useClock } from '../../ui/clock.tsx';
import { ActionBar, Consequence, PayBox } from '../../ui/flow.tsx';
import text from '../../ui/text.module.css';
import { TierPath } from '../../ui/tier-path.tsx';
import { Tip, Tips } from '../../ui/tips.tsx';
import { standingAfter } from '../../wallet/tier/standing.ts';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { walletWords } from '../../wallet/words/words.ts';
import parts from '../../wallet/payment/payment.module.css';
import { useWords } from '../../words/use-words.ts';
import { topUpWords } from './words/words.ts';

const DAY_MS = 86_400_000;
const NOTHING: MoneyValue = { amount: '0.00', currencyCode: 'INR' };

export type AddWallet = NonNullable<AddCreditsQuery['viewer']['wallet']>;
type Tiers = AddCreditsQuery['tiers'];

export interface OutlookProps {
  wallet: AddWallet;
  tiers: Tiers;
  /** Null while no amount is chosen that the shop allows. */
  amount: MoneyValue | null;
  /** What is said and pressed below it. */
  children: ReactNode;
}

/** What the wallet will look like afterwards: balance, tier, and how long the new credits last. */
export function Outlook({ wallet, tiers, amount, children }: OutlookProps) {
  const { add } = useWords(topUpWords);
  const { tier: words } = useWords(walletWords);
  const money = useMoneyText();
  const now = useClock();
  const { tier } = wallet.tier;
  const after = standingAfter(wallet.tier, tiers, amount ?? NOTHING);
  const { reached } = after;
  const days = tier.creditLifetimeDays;
  const until = days === null ? null : formatDate(now() + days * DAY_MS);
  const balance = money(plus(wallet.balance, amount ?? NOTHING));
  const lasts =
    amount === null
      ? undefined
      : until === null || days === null
        ? add.neverExpire
        : add.lastsShort(formatMoney(amount), until, words.name(tier), days);
  return (
    <PayBox
      label={add.outlook}
      bar={
        <ActionBar>
          <Consequence
            left={
              <>
                {add.newBalance} <b>{balance}</b>
              </>
            }
            right={reached ? add.reaches(words.name(reached)) : add.stays(words.name(tier))}
            tone={reached ? 'good' : 'plain'}
            more={lasts}
          />
          {children}
        </ActionBar>
      }
    >
      <h2>{add.outlook}</h2>
      <p className={parts['sum']}>{balance}</p>
      <p className={text['note']}>{add.upFrom(money(wallet.balance))}</p>
      <TierPath stops={tiers.map(words.name)} current={after.index} progress={after.progress} />
      <Tips>
        {reached && (
          <Tip icon="tier">
            <b>{add.youReach(words.name(reached))}</b>{' '}
            {reached.creditLifetimeDays === null
              ? add.afterwardsNever
              : add.afterwardsLast(reached.creditLifetimeDays)}
          </Tip>
        )}
        {amount !== null && (
          <Tip icon="calendar">
            {until === null || days === null
              ? add.neverExpire
              : add.lasts(formatMoney(amount), until, days, words.name(tier))}
          </Tip>
        )}
      </Tips>
    </PayBox>
  );
}
