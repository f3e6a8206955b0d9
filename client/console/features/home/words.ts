import { formatCount, plural } from '../../../format/number.ts';

const items = (count: number): string =>
  `${formatCount(count)} ${plural(count, { one: 'item', other: 'items' })}`;

export const homeWords = {
  greeting: { morning: 'Good morning', afternoon: 'Good afternoon', evening: 'Good evening' },
  greet: (greeting: string, name: string) => `${greeting}, ${name}`,
  find: 'Find a customer',
  failed: 'The queues didn’t load.',
  loading: 'Loading the queues',
  queues: 'Queues',
  approvals: 'Approvals',
  approvalsHint: (changed: number, mine: number) =>
    changed > 0
      ? `${formatCount(changed)} changed since it was asked`
      : mine > 0
        ? `${formatCount(mine)} for you to decide`
        : 'Nothing for you to decide',
  reviews: 'Payment reviews',
  reviewsHint: (free: number) => (free > 0 ? `${formatCount(free)} not taken yet` : 'All are taken'),
  books: 'Integrity',
  booksRight: 'OK',
  booksUnknown: 'Not checked',
  booksHint: (wallets: number, time: string) =>
    `${formatCount(wallets)} ${plural(wallets, { one: 'wallet', other: 'wallets' })} looked at, ${time}`,
  booksNever: 'The nightly audit has not run yet',
  violations: (count: number) => `${formatCount(count)} to look at`,
  payments: 'Payments',
  paymentsWork: 'Working',
  paymentsFail: 'Not answering',
  paymentsNone: 'Off',
  paymentsHint: (waiting: number) =>
    waiting === 0
      ? 'No notification waits'
      : `${formatCount(waiting)} ${plural(waiting, { one: 'notification waits', other: 'notifications wait' })}`,
  paymentsNoProvider: 'No payment provider is set up',
  next: 'Next up',
  nextHint: (count: number) => `${items(count)}, oldest first`,
  nextEmpty: 'Nothing waits',
  nextEmptyText: 'New approvals and payments to look at appear here.',
  columns: { what: 'What', queue: 'Queue', amount: 'Amount', due: 'Waits' },
  approval: 'Approval',
  review: 'Review',
  unknownPayer: 'Payer not known',
  askedBy: (who: string) => `asked by ${who}`,
  changed: 'changed, look again',
  since: (date: string) => `since ${date}`,
  until: (date: string) => `asked until ${date}`,
  month: 'This month',
  monthHint: (time: string) => `to ${time}`,
  figuresFailed: 'The figures didn’t load.',
  figures: {
    purchased: 'Purchased',
    granted: 'Granted',
    spent: 'Used',
    refunded: 'Refunded',
    expired: 'Expired',
    owed: 'Owed to customers',
  },
  newest: 'Newest customers',
  noWallet: 'No wallet',
};
