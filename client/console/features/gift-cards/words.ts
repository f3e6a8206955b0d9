import { formatCount, plural } from '../../../format/number.ts';
import type { CreditFunding, GiftCardEntryKind, GiftCardStatus } from '../../../graphql/graphql.ts';

const cards = (count: number): string =>
  `${formatCount(count)} ${plural(count, { one: 'card', other: 'cards' })}`;

/** The pages of the shop's gift cards. */
export const giftCardsWords = {
  title: 'Gift cards',
  hold: (count: number, amount: string) =>
    `${cards(count)} ${plural(count, { one: 'holds', other: 'hold' })} ${amount}`,
  loading: 'Loading gift cards',
  failed: 'The gift cards didn’t load.',
  create: 'Issue gift cards',
  export: {
    save: 'Save as CSV',
    saving: 'Making the file…',
    saved: 'The file is saved. That you did is in the audit log.',
    notSaved: 'The file could not be made.',
  },
  tiles: {
    issued: { name: 'Issued', hint: 'All cards, however they stand' },
    left: {
      name: 'Left',
      hint: (count: number, purchased: string, granted: string) =>
        `On ${cards(count)}: ${purchased} purchased, ${granted} granted`,
    },
    used: { name: 'Used', hint: 'Used up, or claimed into a wallet' },
    over: { name: 'Expired or cancelled', hint: 'Nothing is left on them' },
  },
  tabs: {
    all: 'All',
    open: 'Holding money',
    used: 'Used up',
    claimed: 'Claimed',
    cancelled: 'Cancelled',
    expired: 'Expired',
  },
  nothing: 'There is no gift card yet.',
  noMatch: 'There are others.',
  rule: 'A code is told once. Afterwards nobody sees more of it than the last four.',
  keys: 'In the table the arrow keys go from row to row, and Enter opens a gift card.',
  columns: {
    card: 'Card',
    state: 'State',
    value: 'Value',
    left: 'Left',
    funding: 'Funding',
    lasts: 'Lasts to',
    issued: 'Issued',
  },
  ending: (maskedCode: string) => `Gift card ${maskedCode}`,
  statuses: {
    ACTIVE: 'Holding money',
    PART_USED: 'Used in part',
    USED: 'Used up',
    CLAIMED: 'Claimed',
    EXPIRED: 'Expired',
    CANCELLED: 'Cancelled',
  } satisfies Record<GiftCardStatus, string>,
  fundings: { PURCHASED: 'Purchased', GRANTED: 'Granted' } satisfies Record<CreditFunding, string>,
  filters: {
    title: 'Find gift cards',
    end: 'Last four of the code',
    endHint: 'such as 7K4M',
    from: 'Issued from',
    to: 'Issued to',
    show: 'Show',
  },

  page: {
    back: 'Back to gift cards',
    title: 'Gift card',
    loading: 'Loading the gift card',
    failed: 'The gift card didn’t load.',
    missing: 'There is no such gift card',
    missingText: 'The address may be mistyped.',
    sub: (value: string, day: string) => `${value}, issued ${day}`,
    left: 'Left on the card',
    leftOf: (left: string, of: string) => `${left} of ${of}`,
    value: 'Value',
    funding: 'Funding',
    lasts: 'Lasts to',
    ended: 'Ended',
    claimedBy: 'Claimed by',
    entries: 'Ledger of this card',
    columns: { entry: 'Entry', when: 'When', who: 'Who', amount: 'Amount', after: 'Left after' },
    kinds: {
      ISSUE: 'Issued',
      CLAIM: 'Claimed into a wallet',
      CANCELLATION: 'Cancelled',
      EXPIRY: 'Expired',
      REISSUE: 'New code',
      STOP: 'Stopped: its payment is disputed',
      RESUMPTION: 'No longer stopped',
      HOLD: 'Set aside for an order',
      RELEASE: 'Given back by an order',
      DEBIT: 'Paid an order',
      REFUND: 'Back from an order',
    } satisfies Record<GiftCardEntryKind, string>,
    none: 'moves no money',
  },

  acts: {
    title: 'What can be done',
    standing: {
      ACTIVE: 'Whoever has its code can use what is on it.',
      PART_USED: 'Some of it has paid an order. Whoever has its code can use the rest.',
      USED: 'All that was on it has paid orders.',
      CLAIMED: 'All that was on it is in the wallet of a customer, as a credit of its own.',
      EXPIRED: 'Its time is over. Nothing is left on it.',
      CANCELLED: 'What was on it was taken back.',
    } satisfies Record<GiftCardStatus, string>,
    readOnly: 'Only an admin cancels cards or gives them another code.',
    open: { reissue: 'Give another code…', cancel: 'Cancel it…' },
    ask: { reissue: 'Give it another code?', cancel: 'Cancel the card?' },
    sentence: {
      reissue: (masked: string, left: string) =>
        `The code that ends in ${masked.slice(-4)} is worth nothing from then on, also where it is printed. The new one is worth ${left}.`,
      cancel: (masked: string, left: string) =>
        `${left} is taken back for good, and the code that ends in ${masked.slice(-4)} is worth nothing from then on. It cannot be undone.`,
    },
    reason: 'Reason',
    reasonHint: 'For people of the shop only. At most 200 characters.',
    reasonMissing: 'Say why.',
    confirm: {
      reissue: (left: string) => `New code for ${left}`,
      cancel: (left: string) => `Cancel ${left}`,
    },
    no: 'Let it be',
    close: 'Close',
    doing: 'One moment…',
    done: { reissue: 'It has another code.', cancel: 'Cancelled. Nothing is left on it.' },
    notDone: 'That was not done.',
    unknown: 'We don’t know yet whether it was done.',
    newCode: 'The new code',
    onlyNow: 'It is shown only now. Hand it over before you close this.',
    copy: 'Copy the code',
    copied: 'Copied',
    handedOver: 'I have handed it over',
  },

  issue: {
    title: 'Issue gift cards',
    issued: (count: number) => `${cards(count)} issued`,
    cards: 'Cards',
    count: 'How many',
    countHint: 'Up to 100 on the page, up to 1,00,000 as a file',
    amount: 'Value of each',
    amountHint: 'What each of them holds, in rupees',
    until: 'Last day',
    untilHint: 'End of the day in India; leave it empty for as long as the shop says',
    reason: 'Reason',
    reasonHint: 'For people of the shop only. At most 200 characters.',
    delivery: 'How the codes come',
    deliveries: {
      PAGE: { label: 'On the page', hint: 'Up to 100 cards, shown once, at once.' },
      FILE: {
        label: 'As a file',
        hint: 'The shop makes them by itself; the file can be fetched for 30 days.',
      },
    },
    faults: {
      count: (most: number, isPage: boolean) =>
        `Type a whole number from 1 to ${formatCount(most)}.${isPage ? ' For more, choose a file.' : ''}`,
      amount: 'Type an amount such as 500 or 499.50.',
      until: 'Choose a day that is not over.',
      reason: 'Say why.',
    },
    effect: 'What it would do',
    unknownTotal: 'Say how many and how much, and this says what it comes to.',
    together: 'All cards together',
    funding: 'Funding',
    handling: [
      'Whoever has a code can use it: treat it as money.',
      'A lost card gets another code, and the one before is worth nothing.',
      'Above what one admin gives out alone, a file waits for another admin.',
    ],
    review: 'Review',
    ask: (count: number, amount: string) => `Issue ${cards(count)} of ${amount}?`,
    sentence: {
      PAGE: (together: string) =>
        `The shop then owes ${together} to whoever has the codes. They are shown here once.`,
      FILE: (together: string) =>
        `Nothing is issued yet: the next page asks once more, and then the shop owes ${together} to whoever has the codes.`,
    },
    confirm: {
      PAGE: (count: number, together: string) => `Issue ${cards(count)}, ${together}`,
      FILE: (count: number, together: string) => `Write down ${cards(count)}, ${together}`,
    },
    back: 'Back',
    close: 'Close',
    sending: 'One moment…',
    notIssued: 'Nothing was issued.',
    unknown: 'We don’t know yet whether they were issued.',
  },

  codes: {
    title: 'Codes',
    onlyNow: 'These codes are shown only now.',
    keepSafe: 'Once you leave this page nobody sees more of them than the last four.',
    columns: { card: 'Card', code: 'Code', lasts: 'Lasts to' },
    copy: (count: number) => `Copy ${plural(count, { one: 'the code', other: 'all codes' })}`,
    copied: 'Copied',
    withheld: 'Not told any more',
    handedOut: 'I have them',
    more: 'Issue more',
  },
};
