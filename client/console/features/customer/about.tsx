import { formatDate, formatMonth } from '../../../format/date.ts';
import { formatMoney } from '../../../format/money.ts';
import type { MoneyValue } from '../../../format/money.ts';
import { paise, progressBetween, shareOf } from '../../../format/proportion.ts';
import { plus } from '../../../format/sum.ts';
import { Card } from '../../../ui/card.tsx';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { TierBadge } from '../../../wallet/tier/tier-badge.tsx';
import { LANGUAGES, languageOf } from '../../../words/languages.ts';
import type { Customer, Wallet } from './customer-types.ts';
import { Notes } from './notes.tsx';
import { customerWords } from './words.ts';
import styles from './customer.module.css';

export function About({ customer, wallet }: { customer: Customer; wallet: Wallet }) {
  return (
    <>
      <Contact customer={customer} wallet={wallet} />
      <TierCard wallet={wallet} />
      <Months wallet={wallet} />
      <Notes customer={customer} wallet={wallet} />
    </>
  );
}

function Contact({ customer, wallet }: { customer: Customer; wallet: Wallet }) {
  const { about: words } = customerWords;
  const language = languageOf(customer.language);
  return (
    <Card title={words.title}>
      <Facts>
        <Fact name={words.phone}>{customer.phone ?? words.none}</Fact>
        <Fact name={words.email}>{customer.email ?? words.none}</Fact>
        <Fact name={words.language}>{language === null ? words.none : LANGUAGES[language].name}</Fact>
        <Fact name={words.since}>{formatDate(customer.createdAt)}</Fact>
        <Fact name={words.referredBy}>{wallet.referral.referredBy ?? words.nobody}</Fact>
        <Fact name={words.code}>{wallet.referral.code}</Fact>
      </Facts>
    </Card>
  );
}

function TierCard({ wallet }: { wallet: Wallet }) {
  const { tier: words } = customerWords;
  const { tier, next, toNext, qualifyingAmount } = wallet.tier;
  return (
    <Card title={words.title} action={<TierBadge {...tier} />}>
      {next !== null && <Bar share={progressBetween(qualifyingAmount, tier.threshold, next.threshold)} />}
      <p className={styles['small']}>
        {next !== null && toNext !== null ? words.toNext(formatMoney(toNext), next.name) : words.top}{' '}
        {words.lasts(tier.creditLifetimeDays)}
      </p>
    </Card>
  );
}

/** What ends in which month, so that a customer can be told before it does. */
function Months({ wallet }: { wallet: Wallet }) {
  const { months: words } = customerWords;
  const months = byMonth(wallet);
  const [most] = months.map(({ sum }) => sum).sort((one, other) => (paise(one) > paise(other) ? -1 : 1));
  return (
    <Card title={words.title}>
      {most === undefined && <p className={styles['small']}>{words.none}</p>}
      <ul className={styles['months']}>
        {months.map(({ name, sum }) => (
          <li key={name}>
            <span>{name}</span>
            <Bar share={most === undefined ? 0 : shareOf(sum, most)} />
            <b>{formatMoney(sum)}</b>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function byMonth({ lots }: Wallet): { name: string; sum: MoneyValue }[] {
  const sums = new Map<string, MoneyValue>();
  for (const { expiresAt, remaining } of lots) {
    const name = expiresAt === null ? customerWords.months.never : formatMonth(expiresAt);
    const before = sums.get(name);
    sums.set(name, before === undefined ? remaining : plus(before, remaining));
  }
  return [...sums].map(([name, sum]) => ({ name, sum }));
}

function Bar({ share }: { share: number }) {
  return (
    <span className={styles['bar']} aria-hidden="true">
      <i style={{ inlineSize: `${share * 100}%` }} />
    </span>
  );
}
