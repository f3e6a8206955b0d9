import { isDay } from '../../format/day-range.ts';
import type { CreditSource, TransactionKind } from '../../graphql/graphql.ts';

export type DateChoice = 'all' | 'this-month' | 'three-months' | 'this-year' | 'custom';
export type PagePosition = { after: string } | { before: string } | null;

/** Everything the history shows is decided by its address; this is the address, read. */
export interface HistorySearch {
  kinds: TransactionKind[];
  source: CreditSource | null;
  orderId: string;
  dates: DateChoice;
  /** Days, for the custom choice. */
  from: string;
  to: string;
  size: PageSize;
  page: PagePosition;
}

export const kindChoices: readonly TransactionKind[] = ['CREDIT', 'DEBIT', 'REFUND', 'EXPIRY', 'REVERSAL'];
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
export const pageSizes = [10, 20, 50, 100] as const;
export type PageSize = (typeof pageSizes)[number];

export const everything: HistorySearch = {
  kinds: [],
  source: null,
  orderId: '',
  dates: 'all',
  from: '',
  to: '',
  size: 20,
  page: null,
};

/** Reads an address that anybody may have typed: what makes no sense counts as not there. */
export function readSearch(params: URLSearchParams): HistorySearch {
  const named = (params.get('type') ?? '').toUpperCase().split(',');
  const source = (params.get('source') ?? '').toUpperCase();
  const [from, to] = inOrder(dayOf(params.get('from')), dayOf(params.get('to')));
  return {
    kinds: kindChoices.filter((kind) => named.includes(kind)),
    source: sourceChoices.find((choice) => choice === source) ?? null,
    orderId: (params.get('order') ?? '').trim().slice(0, 100),
    dates: dateChoices.find((choice) => choice === params.get('dates')) ?? 'all',
    from,
    to,
    size: pageSizes.find((size) => String(size) === params.get('size')) ?? everything.size,
    page: positionOf(params),
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
  put('order', search.orderId);
  put('dates', search.dates === 'all' ? '' : search.dates);
  if (search.dates === 'custom') {
    put('from', search.from);
    put('to', search.to);
  }
  put('size', search.size === everything.size ? '' : String(search.size));
  for (const [name, cursor] of Object.entries(search.page ?? {})) put(name, cursor);
  return params;
}

export function filterCount(search: HistorySearch): number {
  const inForce = [search.source !== null, search.orderId !== '', search.dates !== 'all'];
  return search.kinds.length + inForce.filter(Boolean).length;
}

function positionOf(params: URLSearchParams): PagePosition {
  const after = params.get('after');
  const before = params.get('before');
  if (after) return { after };
  return before ? { before } : null;
}

function dayOf(text: string | null): string {
  return text !== null && isDay(text) ? text : '';
}

function inOrder(from: string, to: string): [string, string] {
  return from !== '' && to !== '' && from > to ? [to, from] : [from, to];
}
