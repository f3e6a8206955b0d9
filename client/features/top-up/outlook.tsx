import { formatDate } from '../../format/date.ts';
import type { MoneyValue } from '../../format/money.ts';
import { paise } from '../../format/proportion.ts';
import { plus } from '../../format/sum.ts';
import type { AddCreditsQuery } from '../../graphql/graphql.ts';
import { useClock } from '../../ui/clock.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { walletWords } from '../../wallet/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { topUpWords } from './words/words.ts';
import styles from './top-up.module.css';

const DAY_MS = 86_400_000;

export type AddWallet = NonNullable<AddCreditsQuery['viewer']['wallet']>;

export interface OutlookProps {
  wallet: AddWallet;
  tiers: AddCreditsQuery['tiers'];
  amount: MoneyValue;
}

/** What the wallet will look like afterwards: balance, expiry of the new credits, tier. */
export function Outlook({ wallet, tiers, amount }: OutlookProps) {
  const { add } = useWords(topUpWords);
  const { tier: words } = useWords(walletWords);
  const money = useMoneyText();
  const now = useClock();
  const { tier } = wallet.tier;
  const reached = tierAfter(wallet, tiers, amount);
  const days = tier.creditLifetimeDays;
  return (
    <section className={styles['outlook']} aria-label={add.outlook}>
      <p>
        {add.newBalance} <b>{money(plus(wallet.balance, amount))}</b>
      </p>
      <p className={styles['note']}>
        {days === null
          ? add.neverExpire
          : add.expire(formatDate(now() + days * DAY_MS), words.name(tier), days)}
      </p>
      {reached !== null && <p className={styles['note']}>{add.takesYouTo(words.name(reached))}</p>}
    </section>
  );
}

/** The higher tier that this amount leads to, or null. Rolling spend does not count what is added. */
function tierAfter(
  wallet: AddWallet,
  tiers: AddCreditsQuery['tiers'],
  amount: MoneyValue,
): AddCreditsQuery['tiers'][number] | null {
  const { basis, qualifyingAmount, tier } = wallet.tier;
  if (basis === 'ROLLING_SPEND') return null;
  const total = paise(plus(qualifyingAmount, amount));
  const reached = tiers.findLast(({ threshold }) => paise(threshold) <= total);
  return reached === undefined || reached.level === tier.level ? null : reached;
}
