import { formatCount, plural } from '../../../format/number.ts';
import type { StatedKind } from '../reconcile.ts';

const entries = (count: number): string =>
  `${formatCount(count)} ${plural(count, { one: 'entry', other: 'entries' })}`;

/** Statements, on the screen and on paper. */
export const statementWords = {
  statement: {
    title: 'Statement',
    failed: 'Your statement didn’t load.',
    period: 'Period',
    choices: { 'this-month': 'This month', 'last-month': 'Last month', other: 'Other dates', year: 'Year' },
    year: (name: string) => `Financial year ${name}`,
    from: 'From',
    to: 'To',
    days: (first: string, last: string) => `${first} to ${last}`,
    entries,
    asOf: (moment: string) => `up to ${moment}`,
    opening: 'Opening',
    closing: 'Closing',
    kinds: {
      CREDIT: 'Added',
      REFUND: 'Refunded',
      DEBIT: 'Spent',
      EXPIRY: 'Expired',
      REVERSAL: 'Taken back',
      HELD: 'Set aside',
    } satisfies Record<StatedKind, string>,
    /** How each kind is called within the sum. */
    summands: {
      CREDIT: '+ added',
      REFUND: '+ refunded',
      DEBIT: '− spent',
      EXPIRY: '− expired',
      REVERSAL: '− taken back',
      HELD: '− set aside',
    } satisfies Record<StatedKind, string>,
    sum: (moved: string) => `Opening ${moved} = closing.`,
    wrong: 'These figures don’t add up. Show this page to the shop.',
    list: 'Entries',
    newestFirst: 'Newest first',
    nothing: 'Nothing happened in these days.',
    rest: (count: number) => `${entries(count)} more in History`,
    take: 'Take it with you',
    print: 'Print or save as PDF',
    csv: 'Download CSV',
    csvHint: 'The CSV has one row per entry, amounts in rupees and in paise, for Excel and Sheets.',
    csvFailed: 'Your file couldn’t be made.',
    preparing: 'Preparing…',
    saved: (count: number | null) =>
      count === null ? 'Statement saved.' : `Statement saved: ${entries(count)}.`,
    tooLarge: 'This is more than one file can hold. Choose a shorter period.',
  },

  paper: {
    title: (period: string) => `Wallet statement, ${period}`,
    loading: 'Preparing your statement',
    made: (moment: string) => `Made ${moment}`,
    back: 'Back',
    print: 'Print',
    customer: 'Customer',
    setAsideBefore: (amount: string) => `${amount} of what was set aside before`,
    period: 'Period',
    currency: 'Currency',
    rupee: 'Indian rupee (INR)',
    tier: 'Tier',
    caption: 'Entries, oldest first',
    date: 'Date',
    entry: 'Entry',
    reference: 'Reference',
    amount: 'Amount',
    balance: 'Balance',
    opening: 'Opening balance',
    closing: 'Closing balance',
    checked: 'Checked against every entry.',
    tooLong: 'This is more than a printed statement holds. Choose a shorter period, or download the CSV.',
    changed: 'Your wallet changed while this was prepared. Try again.',
  },
};

export type StatementWords = typeof statementWords;
