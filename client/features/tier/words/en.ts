import { formatCount, plural } from '../../../format/number.ts';
import type { TierBasis } from '../../../graphql/graphql.ts';

const days = (count: number): string =>
  `${formatCount(count)} ${plural(count, { one: 'day', other: 'days' })}`;

/** The page of tiers and their benefits. */
export const tierWords = {
  tiers: {
    title: 'Tier and benefits',
    loading: 'Loading the tiers',
    failed: 'The tiers didn’t load.',
    all: 'All tiers',
    here: 'You are here',
    needed: {
      BALANCE: 'Balance from',
      LIFETIME_CREDITS: 'Credits received in all',
      ROLLING_SPEND: 'Spent in 12 months',
    } satisfies Record<TierBasis, string>,
    lifetime: 'New credits last',
    said: (benefit: string) => benefit,
    inEvery: (benefits: string) => `In every tier: ${benefits}.`,
    start: 'Where every wallet starts.',
    passed: 'You are past this one.',
    stay: (amount: string) => `You can spend ${amount} and stay.`,
    away: (amount: string) => `${amount} away.`,
    standing: {
      BALANCE: (amount: string) => `Your balance is ${amount}.`,
      LIFETIME_CREDITS: (amount: string) => `You have received ${amount} in all.`,
      ROLLING_SPEND: (amount: string) => `You spent ${amount} in the last 12 months.`,
    } satisfies Record<TierBasis, (amount: string) => string>,
    then: (threshold: string, next: number | null, current: number | null) => {
      if (next === null) return `At ${threshold}, credits you add from then on never expire.`;
      const now = current === null ? '' : `, not ${formatCount(current)}`;
      return `At ${threshold}, credits you add from then on last ${days(next)}${now}.`;
    },
    add: (amount: string) => `Add ${amount}`,
    moves: 'What moves it',
    up: {
      BALANCE: 'Up when your balance reaches the next line, by any credit.',
      LIFETIME_CREDITS: 'Up when all credits you ever received reach the next line.',
      ROLLING_SPEND: 'Up when what you spent in the last 12 months reaches the next line.',
    } satisfies Record<TierBasis, string>,
    down: {
      BALANCE: (threshold: string) => `Down when you spend below ${threshold}, or credits end.`,
      LIFETIME_CREDITS: () => 'Never down: spending does not lower it.',
      ROLLING_SPEND: () => 'Down when older spending drops out.',
    } satisfies Record<TierBasis, (threshold: string) => string>,
    soFar: 'Your tier so far',
    since: (date: string, why: string) => `Since ${date} · ${why}`,
    from: (date: string, why: string) => `From ${date} · ${why}`,
    before: (date: string) => `Since before ${date}`,
    opened: 'Wallet opened',
    keep: 'Credits keep the end date they got when added, whatever your tier does later.',
  },
};

export type TierWords = typeof tierWords;
