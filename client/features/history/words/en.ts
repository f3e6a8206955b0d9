import { formatCount, plural } from '../../../format/number.ts';

const entries = (count: number): string =>
  `${formatCount(count)} ${plural(count, { one: 'entry', other: 'entries' })}`;

/** The screen that lists entries. */
export const historyWords = {
  history: {
    title: 'History',
    loading: 'Loading history',
    search: 'Find an order or entry',
    searchExample: 'Order or reference',
    searchSubmit: 'Search',
    types: 'Type',
    all: 'All',
    source: 'Source',
    anySource: 'Any source',
    amount: 'Amount',
    least: 'At least',
    most: 'At most',
    amountUnknown: 'Type an amount such as 499.50.',
    amountFrom: (amount: string) => `${amount} or more`,
    amountUpTo: (amount: string) => `${amount} or less`,
    amountBetween: (least: string, most: string) => `${least} to ${most}`,
    dates: 'Dates',
    datePresets: {
      all: 'All dates',
      thisMonth: 'This month',
      threeMonths: 'Last 3 months',
      year: (name: string) => `Financial year ${name}`,
      custom: 'Choose dates',
    },
    from: 'From',
    to: 'To',
    datesReversed: 'The first day is after the last one.',
    filters: 'Filters',
    showFilters: (count: number) => (count === 0 ? 'Filters' : `Filters (${formatCount(count)})`),
    filterCount: (count: number) =>
      `${formatCount(count)} ${plural(count, { one: 'filter', other: 'filters' })}`,
    closeFilters: 'Close filters',
    reset: 'Clear',
    showResults: (count: number | null) =>
      count === null
        ? 'Show results'
        : `Show ${formatCount(count)} ${plural(count, { one: 'result', other: 'results' })}`,
    more: (count: number) => `Load ${formatCount(count)} more`,
    loadingMore: 'Loading…',
    moreFailed: 'The next entries didn’t load. What you see above is right.',
    remove: (filter: string) => `Remove filter: ${filter}`,
    clear: 'Clear all filters',
    showing: (shown: number, total: number) => `Showing ${formatCount(shown)} of ${entries(total)}`,
    monthAdded: 'Added in this month:',
    monthTaken: 'Taken in this month:',
    export: 'Export',
    exportHint: 'Saves these entries as a file for spreadsheets (CSV).',
    exporting: 'Preparing…',
    exported: (count: number | null) =>
      count === null ? 'Your file is saved.' : `Your file is saved: ${entries(count)}.`,
    exportFailed: 'Your file couldn’t be made.',
    exportTooLarge: 'This is more than one file can hold. Choose a shorter period and export that.',
    caption: 'Wallet history, newest first, grouped by month',
    results: 'Entries',
    columns: {
      entry: 'Entry',
      date: 'Date',
      source: 'Source',
      amount: 'Amount',
      balance: 'Balance after',
    },
    emptyTitle: 'Nothing here yet',
    empty: 'Your first entry will say where it came from and when it expires.',
    noMatchTitle: 'Nothing matches these filters',
    noMatch: (total: number) => `You have ${entries(total)} in all.`,
    failed: 'Your history didn’t load.',
    refreshFailed: 'That didn’t load. What you see below is from before.',
  },
};

export type HistoryWords = typeof historyWords;
