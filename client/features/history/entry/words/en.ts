import { formatCount, plural } from '../../../../format/number.ts';
import type { TransactionStatus } from '../../../../graphql/graphql.ts';
import type { ShownKind } from '../../../../wallet/entry/transaction-look.ts';

/** The page of one entry. */
export const entryWords = {
  detail: {
    title: 'Entry',
    back: 'Back to History',
    close: 'Close the entry',
    loading: 'Loading entry',
    failed: 'This entry didn’t load.',
    help: 'Get help with this entry',
    missing: 'No such entry',
    missingText: 'The address may be mistyped, or the entry belongs to another wallet.',
    what: 'What happened',
    verbs: {
      CREDIT: 'You received',
      DEBIT: 'You spent',
      REFUND: 'You got back',
      EXPIRY: 'Expired unused',
      REVERSAL: 'Taken back by the shop',
      HOLD: 'Set aside for an order',
      RELEASE: 'No longer set aside',
      OTHER: 'Wallet entry',
    } satisfies Record<ShownKind, string>,
    statuses: {
      COMPLETED: 'Completed',
      PENDING: 'Pending',
      FAILED: 'Failed',
      EXPIRED: 'Expired',
    } satisfies Record<TransactionStatus, string>,
    refunded: (amount: string) => `${amount} refunded`,
    paidFrom: 'Paid from',
    soonestFirst: (count: number) =>
      `${formatCount(count)} ${plural(count, { one: 'credit', other: 'credits, soonest to end first' })}`,
    usedFor: 'Used for',
    unused: 'Nothing yet. Credits that expire sooner are used first.',
    givenBack: 'Given back to',
    oldDates: 'With their old dates',
    refundsTitle: 'Refunds of this payment',
    refundedPayment: 'The payment that was refunded',
    expiredCredit: 'The credit that expired',
    reversedCredit: 'The credit that was taken back',
    notRecovered: (amount: string) => `${amount} had been spent already and was not taken back.`,
    remaining: 'Left of this credit',
    ends: (date: string) => `What is left ends on ${date}, at the end of the day.`,
    leftOf: (left: string, all: string) => `${left} of ${all} left`,
    neverFact: 'Never',
    endOf: (date: string) => `End of ${date}`,
    facts: 'Details',
    amount: 'Amount',
    date: 'Date',
    source: 'Source',
    order: 'Order',
    wholeOrder: 'See the whole order',
    reason: 'Note',
    expiry: 'Expires',
  },
};

export type EntryWords = typeof entryWords;
