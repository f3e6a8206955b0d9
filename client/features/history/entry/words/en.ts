import { formatCount, plural } from '../../../../format/number.ts';
import type { HoldStatus, TransactionStatus } from '../../../../graphql/graphql.ts';
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
    /** How what was set aside stands. */
    holds: {
      OPEN: 'Set aside',
      CAPTURED: 'Paid the order',
      RELEASED: 'Came back',
      EXPIRED: 'Came back, time ran out',
    } satisfies Record<HoldStatus, string>,
    heldUntil: (moment: string) => `Set aside until ${moment}`,
    next: 'What happens next',
    refunded: (amount: string) => `${amount} refunded`,
    paidFrom: 'Paid from',
    soonestFirst: (count: number) =>
      `${formatCount(count)} ${plural(count, { one: 'credit', other: 'credits, soonest to end first' })}`,
    asideFrom: 'Set aside from',
    nothingLeft: 'Nothing left beside it',
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

  /** The course of what is set aside. */
  hold: {
    held: 'Held',
    left: (amount: string) => `${amount} left your balance`,
    waitsForOrder: 'Waiting for the order',
    waitsForRest: (rest: string) => `Waiting for ${rest} from you`,
    confirming: (rest: string) => `Your bank is confirming ${rest}`,
    then: (amount: string) => `Once that is done, the ${amount} pays the order`,
    otherwise: 'Otherwise it comes back',
    byItself: (moment: string) => `By itself at ${moment}, with its old dates`,
    ended: 'How it ended',
    finish: (orderId: string) => `Finish paying order ${orderId}`,
    watch: 'See how far it is',
  },
};

export type EntryWords = typeof entryWords;
