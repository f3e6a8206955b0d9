import type { TierLevel, WalletFilter, WalletOrder, WalletStatus } from '../../../graphql/graphql.ts';
import { typedAmount } from '../../../format/typed-amount.ts';
import { orderOf, PAGE } from '../../parts/place.ts';

/** What the list shows is decided by its address; this is the address, read. */
export interface WalletSearch {
  /** What was typed into the search. */
  text: string;
  status: WalletStatus | null;
  tier: TierLevel | null;
  /** Within how many days something has to expire. */
  expiring: number | null;
  /** In exact rupees, such as "499.50". */
  least: string;
  most: string;
  order: WalletOrder;
  after: string | null;
  before: string | null;
}

export const STATUS_CHOICES: readonly WalletStatus[] = ['ACTIVE', 'FROZEN', 'SUSPENDED'];
export const TIER_CHOICES: readonly TierLevel[] = ['BRONZE', 'SILVER', 'GOLD', 'PLATINUM'];
/** The usual one first. */
const ORDERS = ['NEWEST_FIRST', 'OLDEST_FIRST'] as const satisfies readonly WalletOrder[];

export const everything: WalletSearch = {
  text: '',
  status: null,
  tier: null,
  expiring: null,
  least: '',
  most: '',
  order: 'NEWEST_FIRST',
  after: null,
  before: null,
};

/** Reads an address that anybody may have typed: what makes no sense counts as not there. */
export function readSearch(params: URLSearchParams): WalletSearch {
  const days = /^\d{1,4}$/.exec(params.get('expiring') ?? '')?.[0];
  return {
    text: (params.get('q') ?? '').trim().slice(0, 100),
    status: chosen(STATUS_CHOICES, params.get('status')),
    tier: chosen(TIER_CHOICES, params.get('tier')),
    expiring: days === undefined ? null : Math.min(Number(days), 3650),
    least: amountOf(params.get('min')),
    most: amountOf(params.get('max')),
    order: orderOf(params, ORDERS),
    after: params.get('after'),
    before: params.get('before'),
  };
}

/** Writes the shortest address: what is as usual is left out. */
export function writeSearch(search: WalletSearch): URLSearchParams {
  const params = new URLSearchParams();
  const put = (name: string, value: string | number | null): void => {
    if (value !== null && value !== '') params.set(name, String(value));
  };
  put('q', search.text);
  put('status', search.status?.toLowerCase() ?? null);
  put('tier', search.tier?.toLowerCase() ?? null);
  put('expiring', search.expiring);
  put('min', search.least);
  put('max', search.most);
  put('sort', search.order === ORDERS[0] ? null : search.order.toLowerCase());
  put('after', search.after);
  put('before', search.before);
  return params;
}

/** Whether two addresses show the same wallets, in whatever order and whatever page of them. */
export function isSameView(one: WalletSearch, other: WalletSearch): boolean {
  const whole = (search: WalletSearch): string =>
    writeSearch({ ...search, order: ORDERS[0], after: null, before: null }).toString();
  return whole(one) === whole(other);
}

/** What the server is asked. A page before a cursor is asked for from its end. */
export function variablesOf({ status, tier, expiring, least, most, order, after, before }: WalletSearch) {
  const filter: WalletFilter = {
    ...(status !== null && { status: [status] }),
    ...(tier !== null && { tier: [tier] }),
    ...(expiring !== null && { expiringWithinDays: expiring }),
    ...(least !== '' && { minBalance: { amount: least, currencyCode: 'INR' } }),
    ...(most !== '' && { maxBalance: { amount: most, currencyCode: 'INR' } }),
  };
  const sorted = { filter, orderBy: order };
  return before === null ? { ...sorted, first: PAGE, after } : { ...sorted, last: PAGE, before };
}

function chosen<Choice extends string>(choices: readonly Choice[], text: string | null): Choice | null {
  return choices.find((choice) => choice === text?.toUpperCase()) ?? null;
}

/** Nothing at all is an amount here, too: it finds the empty wallets. */
function amountOf(text: string | null): string {
  if (text === null || text === '') return '';
  return /^0+(\.0{1,2})?$/.test(text) ? '0.00' : (typedAmount(text)?.amount ?? '');
}
