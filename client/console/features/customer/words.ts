import { formatCount, plural } from '../../../format/number.ts';
import type { CreditFunding, PaymentMethod, ShownReason, TopUpStatus } from '../../../graphql/graphql.ts';

const days = (count: number): string =>
  `${formatCount(count)} ${plural(count, { one: 'day', other: 'days' })}`;

export const customerWords = {
  failed: 'The customer didn’t load.',
  loading: 'Loading the customer',
  missing: 'There is no such customer',
  missingText: 'Nobody is known by this id. The search finds people by name, phone, e-mail and id.',
  search: 'Search',
  noWallet: {
    title: 'This customer has no wallet yet',
    text: 'They get one when they open the app for the first time, or now from you. It starts empty.',
    needsAdmin: 'They get one when they open the app for the first time. Making one for them needs an admin.',
    create: 'Create the wallet',
    refused: 'The wallet wasn’t created.',
    unknown: 'We don’t know yet whether the wallet was created.',
  },
  since: (date: string) => `since ${date}`,
  copyId: 'Copy the customer id',
  copied: 'Copied',

  purse: {
    label: 'Wallet',
    spendable: 'Spendable',
    split: (purchased: string, granted: string) => `${purchased} purchased · ${granted} granted`,
    receivable: 'Receivable',
    owed: 'Owed to the shop',
    notOwed: 'Nothing owed',
    next: 'Expires next',
    never: 'Nothing expires',
    inDays: (count: number, date: string) => (count === 0 ? `Today, ${date}` : `In ${days(count)}, ${date}`),
    entries: 'Entries',
    entriesHint: 'in the ledger',
    balanced: 'Balance = lots',
    unbalanced: 'Balance ≠ lots',
  },

  why: {
    button: 'Why?',
    title: 'Why is the balance what it is?',
    close: 'Close',
    failed: 'The explanation didn’t come.',
    none: 'There is no wallet to explain.',
    steps: 'How it came about',
    facts: 'What it is made of',
    latest: (references: string) => `the latest: ${references}`,
    copy: 'Copy the answer',
  },

  status: {
    frozen: (since: string) => `Frozen since ${since}.`,
    suspended: (since: string) => `Suspended since ${since}.`,
    reason: (reason: string) => `For the shop: ${reason}`,
    shown: (reason: string) => `The customer reads: “${reason}”`,
    shownNothing: 'The customer reads that the shop tells them why when they ask.',
  },

  /** What a customer reads of each, so that nobody has to guess. */
  shownReasons: {
    DEVICE_LOST: 'A phone or another device of yours was reported lost.',
    CUSTOMER_REQUEST: 'You asked for it.',
    UNUSUAL_ACTIVITY: 'The shop saw something unusual and keeps your credits safe.',
    PAYMENT_CHECKED: 'The shop is looking into a payment.',
    DETAILS_MISSING: 'The shop needs something from you first.',
  } satisfies Record<ShownReason, string>,

  tabs: {
    label: 'About this customer',
    ledger: 'Ledger',
    lots: 'Lots',
    payments: 'Top-ups',
    rewards: 'Rewards',
    referrals: 'Referrals',
    acts: 'Acts',
  },

  about: {
    title: 'Customer',
    phone: 'Phone',
    email: 'E-mail',
    language: 'Language',
    since: 'Customer since',
    referredBy: 'Referred by',
    code: 'Referral code',
    none: 'None',
    nobody: 'Nobody',
  },

  tier: {
    title: 'Tier',
    toNext: (amount: string, next: string) => `${amount} more to reach ${next}.`,
    top: 'The top tier.',
    lasts: (count: number | null) =>
      count === null ? 'New credits never expire.' : `New credits last ${days(count)}.`,
  },

  months: { title: 'Expiring by month', never: 'No expiry', none: 'No open credits.' },

  notes: {
    title: 'Notes',
    add: 'Add a note',
    label: 'Note',
    hint: 'For people of the shop only. At most 200 characters.',
    save: 'Save the note',
    none: 'Nothing was noted yet.',
    saved: 'The note is saved.',
    unknown: 'We don’t know yet whether the note was saved.',
    refused: 'The note wasn’t saved.',
  },

  ledger: {
    title: 'Ledger',
    entries: (count: number) => `${formatCount(count)} ${plural(count, { one: 'entry', other: 'entries' })}`,
    columns: {
      entry: 'Entry',
      when: 'When',
      who: 'Who',
      amount: 'Amount',
      after: 'Balance after',
      act: 'Act',
    },
    failed: 'The ledger didn’t load.',
    loading: 'Loading the ledger',
    empty: 'No entry is like this',
    emptyText: 'Every credit, payment, refund and expiry of this wallet appears here.',
    kind: 'Kind',
    any: 'All kinds',
    order: 'Order',
    orderHint: 'The whole order number',
    find: 'Find',
    refund: 'Refund',
    refundOf: (what: string) => `Refund ${what}`,
    reverse: 'Reverse',
    reverseOf: (what: string) => `Reverse ${what}`,
    more: (count: number) => `Show ${formatCount(count)} more`,
  },

  lots: {
    title: 'Open lots',
    columns: {
      order: 'Used',
      lot: 'Lot',
      funding: 'Funding',
      amount: 'Amount',
      left: 'Left',
      expires: 'Expires',
      act: 'Act',
    },
    rule: 'Soonest expiry first, then granted before purchased, then oldest.',
    none: 'No open lots',
    noneText: 'Nothing is left of any credit.',
    never: 'Never',
    extend: 'Extend',
    extendOf: (what: string) => `Extend the expiry of ${what}`,
    reverse: 'Reverse',
    reverseOf: (what: string) => `Reverse ${what}`,
    needsAdmin: 'Extending an expiry and reversing a credit need an admin.',
  },
  funding: { PURCHASED: 'Purchased', GRANTED: 'Granted' } satisfies Record<CreditFunding, string>,

  payments: {
    title: 'Top-ups',
    columns: { topUp: 'Top-up', method: 'Method', status: 'Status', amount: 'Amount', when: 'Begun' },
    failed: 'The top-ups didn’t load.',
    loading: 'Loading the top-ups',
    none: 'No top-up yet',
    noneText: 'Payments into this wallet appear here, also those that failed.',
    methods: { UPI: 'UPI', CARD: 'Card' } satisfies Record<PaymentMethod, string>,
    statuses: {
      CREATED: 'Begun',
      AWAITING_PAYMENT: 'Waiting for the payment',
      CONFIRMING: 'Being confirmed',
      SETTLED: 'Paid',
      FAILED: 'Failed',
      EXPIRED: 'Ran out',
    } satisfies Record<TopUpStatus, string>,
  },

  rewards: {
    title: 'Claimed rewards',
    columns: { reward: 'Reward', when: 'Claimed', amount: 'Credit', left: 'Left', expires: 'Expires' },
    failed: 'The rewards didn’t load.',
    loading: 'Loading the rewards',
    none: 'Nothing claimed yet',
    noneText: 'A reward that this customer claims appears here.',
    open: 'Can be claimed now',
    openNone: 'Nothing at the moment.',
  },

  referrals: {
    title: 'People referred',
    columns: { person: 'Person', when: 'Joined', bonus: 'Bonus' },
    failed: 'The referrals didn’t load.',
    loading: 'Loading the referrals',
    none: 'Nobody joined with this code yet',
    noneText: 'Whoever enters the code appears here.',
    earned: (amount: string) => `${amount} earned`,
  },

  acts: {
    title: 'Acts',
    hint: 'Who looked, asked and changed. Kept for ever, never edited.',
    columns: { act: 'Act', change: 'Before and after', who: 'Who', when: 'When' },
    nothing: 'Look only',
    none: 'No act yet',
    noneText: 'Whatever people of the shop do here is written down.',
    all: 'Open in the audit log',
  },

  channel: {
    WEB: 'web',
    MOBILE: 'mobile',
    API: 'API',
    PLAYGROUND: 'playground',
    CONSOLE: 'console',
    JOB: 'job',
    PAYMENT: 'payment',
  },
};
