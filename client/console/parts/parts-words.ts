import { formatCount, plural } from '../../format/number.ts';
import type { CreditFunding, CreditSource } from '../../graphql/graphql.ts';

/** The most that the shop counts of a list. */
const COUNTED_TO = 10_000;

/** How long a list is, as far as the shop has counted. */
export const formatLength = (total: number): string =>
  `${formatCount(total)}${total >= COUNTED_TO ? '+' : ''}`;

/** What several pages of the console say of what they show. */
export const partsWords = {
  pager: {
    label: 'Pages',
    shown: (shown: number, total: number | null) =>
      total === null
        ? `${formatCount(shown)} ${plural(shown, { one: 'row', other: 'rows' })}`
        : `${formatCount(shown)} of ${formatLength(total)}`,
    ways: {
      NEWEST_FIRST: { first: 'Newest', back: 'Newer', on: 'Older' },
      OLDEST_FIRST: { first: 'Oldest', back: 'Older', on: 'Newer' },
    },
    newestFirst: 'Newest first',
    oldestFirst: 'Oldest first',
  },

  tools: {
    views: 'Views',
    viewsOfList: 'Views of this list',
    saved: 'Saved views',
    columns: 'Columns',
    shown: 'Shown',
    columnsHint: 'Kept for you, on every device. A view that you save has its own columns.',
    viewsHint:
      'Filters, order and columns are kept; whom you searched for is not. A name that is used again is replaced.',
    offline: 'You are offline. Nothing can be kept now.',
    name: 'Name of the view shown now',
    newName: (name: string) => `New name of “${name}”`,
    tooLong:
      'This view has too many filters and hidden columns to be kept. Take some away, or copy its address.',
    taken: 'Another list has a view of this name.',
    save: 'Save this view',
    rename: 'Rename',
    renameOf: (name: string) => `Rename “${name}”`,
    remove: 'Remove',
    removeOf: (name: string) => `Remove “${name}”`,
    kept: (name: string) => `“${name}” is kept.`,
    removed: (name: string) => `“${name}” is removed.`,
    notKept: 'That was not kept.',
    copy: 'Copy the address of this view',
    copied: 'Address copied',
    close: 'Close',
  },

  filters: {
    noMatchTitle: 'Nothing matches these filters',
    clear: 'Clear all filters',
  },

  changes: {
    title: 'Changes',
    loading: 'Loading who changed it',
    failed: 'Who changed it didn’t load.',
    none: 'Nobody has changed it since it was made.',
    by: (who: string, when: string) => `${who}, ${when}`,
    change: (field: string, before: string, after: string) =>
      before === '' ? `${field}: ${after}` : `${field}: ${before} → ${after === '' ? 'nothing' : after}`,
    meanwhile: 'Somebody has changed it since you opened it.',
    meanwhileText: 'Nothing was saved. Who it was stands under Changes.',
    writtenOver: (value: string) => `Saving writes “${value}” instead.`,
    nothing: 'nothing',
  },

  change: {
    label: 'What happens',
    balance: 'Balance',
    same: 'no change',
    tier: 'Tier',
    status: 'Wallet',
    stays: (what: string) => `Stays ${what}`,
    lots: 'Lots before and after',
    lot: 'Lot',
    newLot: (source?: string) => (source === undefined ? 'New lot' : `New: ${source}`),
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
