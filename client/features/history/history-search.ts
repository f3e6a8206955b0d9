import { isDay } from '../../format/day-range.ts';
import type { MoneyValue } from '../../format/money.ts';
import { paise } from '../../format/proportion.ts';
import { typedAmount } from '../../format/typed-amount.ts';
import type { CreditSource, TransactionKind } from '../../graphql/graphql.ts';

export type DateChoice = 'all' | 'this-month' | 'three-months' | 'this-year' | 'custom';

/** Everything the history shows is decided by its address; this is the address, read. */
export interface HistorySearch {
  kinds: TransactionKind[];
  source: CreditSource | null;
  /** The number of an order or the reference of an entry, as it was typed. */
  named: string;
  dates: DateChoice;
  /** Days, for the custom choice. */
  from: string;
  to: string;
  /** The least and the most that an entry moved, in exact rupees such as "499.50"; empty for any. */
  least: string;
  most: string;
}

export const kindChoices: readonly TransactionKind[] = [
  ...(['CREDIT', 'DEBIT', 'REFUND', 'EXPIRY', 'REVERSAL'] as const),
  ...(['HOLD', 'RELEASE'] as const),
];
export const sourceChoices: readonly CreditSource[] = [
  'PURCHASE',
  'REFERRAL',
  'PROMOTION',
  'LOYALTY',
  'REFUND',
  'MANUAL',
];
export const dateChoices: readonly DateChoice[] = [
  'all',
  'this-month',
  'three-months',
  'this-year',
  'custom',
];

export const everything: HistorySearch = {
  kinds: [],
  source: null,
  named: '',
  dates: 'all',
  from: '',
  to: '',
  least: '',
  most: '',
};

/** Reads an address that anybody may have typed: what makes no sense counts as not there. */
export function readSearch(params: URLSearchParams): HistorySearch {
  const named = (params.get('type') ?? '').toUpperCase().split(',');
  const source = (params.get('source') ?? '').toUpperCase();
  const [from, to] = inOrder(dayOf(params.get('from')), dayOf(params.get('to')), (a, b) => a <= b);
  const [least, most] = inOrder(amountOf(params.get('min')), amountOf(params.get('max')), isAtMost);
  return {
    kinds: kindChoices.filter((kind) => named.includes(kind)),
    source: sourceChoices.find((choice) => choice === source) ?? null,
    named: (params.get('order') ?? '').trim().slice(0, 100),
    dates: dateChoices.find((choice) => choice === params.get('dates')) ?? 'all',
    from,
    to,
    least,
    most,
  };
}

/** Writes the shortest address: what is as usual is left out. */
export function writeSearch(search: HistorySearch): URLSearchParams {
  const params = new URLSearchParams();
  const put = (name: string, value: string): void => {
    if (value !== '') params.set(name, value);
  };
  put('type', search.kinds.join(',').toLowerCase());
  put('source', search.source?.toLowerCase() ?? '');
  put('order', search.named);
  put('dates', search.dates === 'all' ? '' : search.dates);
  if (search.dates === 'custom') {
    put('from', search.from);
    put('to', search.to);
  }
  put('min', search.least);
  put('max', search.most);
  return params;
}

export function filterCount(search: HistorySearch): number {
  const inForce = [search.source !== null, search.named !== '', search.dates !== 'all', hasAmount(search)];
  return search.kinds.length + inForce.filter(Boolean).length;
}

function dayOf(text: string | null): string {
  return text !== null && isDay(text) ? text : '';
}

/** Reads what somebody typed as an amount; empty for what is none. */
export function amountOf(text: string | null): string {
  return typedAmount(text ?? '')?.amount ?? '';
}

export function hasAmount({ least, most }: Pick<HistorySearch, 'least' | 'most'>): boolean {
  return least !== '' || most !== '';
}

function isAtMost(one: string, other: string): boolean {
  return paise(rupees(one)) <= paise(rupees(other));
}

export function rupees(amount: string): MoneyValue {
  return { amount, currencyCode: 'INR' };
}

/** Two ends in the order in which they make sense; an empty one is open. */
function inOrder(
  one: string,
  other: string,
  isOrdered: (one: string, other: string) => boolean,
): [string, string] {
  return one !== '' && other !== '' && !isOrdered(one, other) ? [other, one] : [one, other];
}
