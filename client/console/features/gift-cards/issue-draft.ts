import { endOfDay, isDay } from '../../../format/day-range.ts';
import type { MoneyValue } from '../../../format/money.ts';
import { times } from '../../../format/sum.ts';
import { typedAmount } from '../../../format/typed-amount.ts';
import type { MoneyInput } from '../../../graphql/graphql.ts';
import { giftCardsWords } from './words.ts';

const { faults: say } = giftCardsWords.issue;

/** How the codes are handed out: shown on the page at once, or made by the shop as a file. */
export type Delivery = 'PAGE' | 'FILE';

/** How many cards can be issued in each way, as the shop counts it. */
export const MOST: Readonly<Record<Delivery, number>> = { PAGE: 100, FILE: 100_000 };

/** What is typed into the form, as it is typed. */
export interface Draft {
  count: string;
  amount: string;
  until: string;
  reason: string;
  delivery: Delivery;
}

export type Faults = Partial<Record<keyof Draft, string>>;

export const EMPTY: Draft = { count: '1', amount: '', until: '', reason: '', delivery: 'PAGE' };

export function countIn({ count }: Draft): number | null {
  return /^[1-9]\d{0,5}$/.test(count.trim()) ? Number(count) : null;
}

/** What all cards of it hold together; null while that can't be told. */
export function totalOf(draft: Draft): MoneyValue | null {
  const [amount, count] = [typedAmount(draft.amount), countIn(draft)];
  return amount === null || count === null ? null : times(amount, count);
}

/** What has to be mended before it can be sent. How much a card may hold, the shop says. */
export function faultsOf(draft: Draft, today: string): Faults {
  const { amount, until, reason, delivery } = draft;
  const count = countIn(draft);
  const most = MOST[delivery];
  return {
    ...((count === null || count > most) && { count: say.count(most, delivery === 'PAGE') }),
    ...(typedAmount(amount) === null && { amount: say.amount }),
    ...(until !== '' && (!isDay(until) || until < today) && { until: say.until }),
    ...(reason.trim() === '' && { reason: say.reason }),
  };
}

export interface Issue {
  count: number;
  amount: MoneyInput;
  expiresAt: string | null;
  reason: string;
}

/** What the shop is asked for; null where something is still to be mended. */
export function issueOf(draft: Draft): Issue | null {
  const [amount, count] = [typedAmount(draft.amount), countIn(draft)];
  if (amount === null || count === null) return null;
  const { until, reason } = draft;
  return {
    ...{ count, amount: { amount: amount.amount, currencyCode: 'INR' }, reason: reason.trim() },
    expiresAt: until === '' ? null : lastMomentOf(until),
  };
}

/** The last moment that belongs to a day in India. */
function lastMomentOf(day: string): string {
  return new Date(Date.parse(endOfDay(day)) - 1).toISOString();
}
