import { formatCount, plural } from '../../format/number.ts';
import type { CreditFunding, CreditSource } from '../../graphql/graphql.ts';

/** The most that the shop counts of a list. */
const COUNTED_TO = 10_000;

const all = (total: number): string => `${formatCount(total)}${total >= COUNTED_TO ? '+' : ''}`;

/** What several pages of the console say of what they show. */
export const partsWords = {
  pager: {
    label: 'Pages',
    shown: (shown: number, total: number | null) =>
      total === null
        ? `${formatCount(shown)} ${plural(shown, { one: 'row', other: 'rows' })}`
        : `${formatCount(shown)} of ${all(total)}`,
    ways: {
      NEWEST_FIRST: { first: 'Newest', back: 'Newer', on: 'Older' },
      OLDEST_FIRST: { first: 'Oldest', back: 'Older', on: 'Newer' },
    },
    newestFirst: 'Newest first',
    oldestFirst: 'Oldest first',
  },

  filters: {
    noMatchTitle: 'Nothing matches these filters',
    clear: 'Clear all filters',
  },

  change: {
    balance: 'Balance',
    tier: 'Tier',
    status: 'Wallet',
    stays: (what: string) => `Stays ${what}`,
    lots: 'Lots before and after',
    lot: 'Lot',
    newLot: 'New lot',
    sources: {
      PURCHASE: 'Top-up',
      REFERRAL: 'Referral',
      PROMOTION: 'Promotion',
      LOYALTY: 'Reward',
      REFUND: 'Refund',
      MANUAL: 'By hand',
    } satisfies Record<CreditSource, string>,
    funding: { PURCHASED: 'purchased', GRANTED: 'granted' } satisfies Record<CreditFunding, string>,
    lasts: (days: number | null) =>
      days === null ? 'New credits never expire' : `New credits last ${formatCount(days)} days`,
    expires: 'Expires',
    never: 'Never',
    before: 'Before',
    after: 'After',
    change: 'Change',
    none: 'None',
  },
};
