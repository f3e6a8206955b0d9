import type { ProblemCode } from '../apollo/problem.ts';
import { formatCount, plural } from '../format/number.ts';
import type { CreditSource, ErrorCode, TransactionKind } from '../graphql/graphql.ts';
import type { Role } from '../session/auth-api.ts';

const entries = (count: number): string =>
  `${formatCount(count)} ${plural(count, { one: 'entry', other: 'entries' })}`;
const days = (count: number): string =>
  `${formatCount(count)} ${plural(count, { one: 'day', other: 'days' })}`;

/** English, and the shape every other language takes. Functions stand where a sentence has something to fill in. */
export const en = {
  app: {
    brand: 'Early Bird',
    tagline: 'Customer wallet',
    title: (page: string) => `${page} – Early Bird Wallet`,
    skip: 'Skip to content',
    opening: 'Opening your wallet',
    offline: (time: string | null) =>
      time === null
        ? 'You’re offline. What you see may be out of date.'
        : `You’re offline – showing your wallet as of ${time}.`,
  },

  navigation: {
    label: 'Main',
    home: 'Home',
    history: 'History',
    more: 'More',
  },

  actions: {
    refresh: 'Refresh',
    retry: 'Try again',
    signOut: 'Sign out',
    copyRequest: 'Copy request',
    copied: 'Copied',
  },

  signIn: {
    title: 'Sign in',
    claim: 'Every rupee, accounted for.',
    points: [
      'See which credits paid for which order.',
      'Credits that expire soonest are always used first.',
      'A payment is credited once, even if you tap twice.',
    ],
    intro: 'Use the email and password of your shop account.',
    demoIntro: 'This is the demo. Pick a person to look around.',
    demoPeople: 'Demo people',
    or: 'or use your email',
    email: 'Email',
    emailExample: 'you@example.in',
    password: 'Password',
    submit: 'Sign in',
    submitting: 'Signing in…',
    missingEmail: 'Enter your email.',
    missingPassword: 'Enter your password.',
    ended: 'Your session has ended. Sign in again to carry on where you were.',
    unreachable: 'We couldn’t reach the shop. Check your connection and try again.',
    invalid: 'That email and password don’t go together. Check both and try again.',
    tooMany: (seconds: number) => {
      const minutes = Math.ceil(seconds / 60);
      const wait =
        seconds < 60
          ? `${formatCount(seconds)} ${plural(seconds, { one: 'second', other: 'seconds' })}`
          : `${formatCount(minutes)} ${plural(minutes, { one: 'minute', other: 'minutes' })}`;
      return `Too many tries. Wait ${wait}, then try again.`;
    },
    unexpected: 'Signing in didn’t work, and it isn’t your fault. Try again in a moment.',
    person: (name: string, role: string) => `${name} – ${role}`,
  },

  roles: { CUSTOMER: 'customer', STAFF: 'staff', ADMIN: 'admin' } satisfies Record<Role, string>,

  dashboard: {
    title: 'Home',
    greeting: (part: 'morning' | 'afternoon' | 'evening', name: string) => `Good ${part}, ${name}`,
    loading: 'Loading your wallet',
    failed: 'Your wallet didn’t load.',
    refreshFailed: 'Refreshing didn’t work. What you see below is from before.',
    updated: (time: string) => `Updated ${time}`,
    updating: 'Updating…',
    attention: 'Needs your attention',
  },

  balance: {
    label: 'Your balance',
    ready: 'Ready to spend',
    empty: 'Your wallet is open. Nothing in it yet.',
    onHold: 'On hold',
    purchased: 'Purchased',
    granted: 'Rewards and promos',
    hide: 'Hide amounts',
    hidden: 'Amount hidden',
    safe: 'Your credits are safe. Adding and using them is paused.',
  },

  status: {
    ACTIVE: 'Active',
    FROZEN: 'Frozen',
    SUSPENDED: 'Suspended',
    frozen: 'The shop has frozen your wallet.',
    suspended: 'The shop has suspended your wallet.',
    reason: (reason: string) => `Reason: ${reason}`,
    refundsArrive: 'Refunds and payments you’ve made still arrive',
    historyOpen: 'Your history stays open',
    spendingPaused: 'Spending, claiming and referring are paused',
    contact: 'To have it opened again, contact the shop.',
  },

  expiring: {
    one: (amount: string, daysLeft: number, date: string) =>
      daysLeft <= 0 ? `${amount} expires today.` : `${amount} expires in ${days(daysLeft)} – ${date}.`,
    several: (amount: string, daysLeft: number, date: string) =>
      daysLeft <= 0
        ? `${amount} expires within 30 days, the first of it today.`
        : `${amount} expires within 30 days, the first of it in ${days(daysLeft)} – ${date}.`,
    usedFirst: 'It’s used first automatically.',
    whileFrozen: 'A freeze does not stop expiry. If it lasts past that day, tell the shop.',
    details: 'See details',
    hideDetails: 'Hide details',
    lots: 'Credits that expire within 30 days, soonest first',
    lotDate: (date: string, daysLeft: number) =>
      daysLeft <= 0 ? `Expires today, ${date}` : `Expires ${date}, in ${days(daysLeft)}`,
  },

  activity: {
    title: 'Recent activity',
    all: 'See all',
    empty: 'Nothing here yet. Your first entry will say where it came from and when it expires.',
  },

  tier: {
    title: 'Your tier',
    progress: 'Tier progress',
    member: (tier: string) => `${tier} member`,
    toNext: (amount: string, next: string) => `${amount} more to reach ${next}`,
    top: (tier: string) => `${tier}: the top tier`,
    lifetime: (next: number | null, current: number | null) => {
      const now = current === null ? '' : `, not ${formatCount(current)}`;
      return next === null
        ? 'Then new credits never expire.'
        : `Then new credits last ${formatCount(next)} days${now}.`;
    },
    topLifetime: 'New credits never expire.',
    basis: {
      BALANCE: 'Your tier follows your balance and can go down when you spend.',
      LIFETIME_CREDITS: 'Your tier counts all credits you ever received. Spending does not lower it.',
      ROLLING_SPEND: 'Your tier counts what you spent in the last 12 months.',
    },
  },

  totals: {
    title: 'Totals, all time',
    earned: 'Added',
    spent: 'Spent',
    refunded: 'Refunded',
    transactions: 'Transactions',
    see: 'See these entries',
  },

  kinds: {
    CREDIT: { word: 'Added', spoken: 'Credit' },
    DEBIT: { word: 'Spent', spoken: 'Debit' },
    REFUND: { word: 'Refunded', spoken: 'Refund' },
    EXPIRY: { word: 'Expired', spoken: 'Expired' },
  } satisfies Record<TransactionKind, { word: string; spoken: string }>,

  sources: {
    PURCHASE: 'Top-up',
    REFERRAL: 'Referral',
    PROMOTION: 'Promotion',
    LOYALTY: 'Reward',
    REFUND: 'Refund',
    MANUAL: 'Shop',
  } satisfies Record<CreditSource, string>,

  entry: {
    order: (orderId: string) => `Order ${orderId}`,
    refundOf: (orderId: string) => `Refund for order ${orderId}`,
    balanceAfter: 'Balance after',
    shopOrder: 'Shop order',
    expiry: 'Expiry',
    titles: {
      CREDIT: 'Credits added',
      DEBIT: 'Credits spent',
      REFUND: 'Refund',
      EXPIRY: 'Credits expired, unused part',
    } satisfies Record<TransactionKind, string>,
  },

  history: {
    title: 'History',
    loading: 'Loading history',
    search: 'Find an order',
    searchExample: 'Order number',
    searchSubmit: 'Search',
    types: 'Type',
    all: 'All',
    source: 'Source',
    anySource: 'Any source',
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
    rows: 'Rows per page',
    filters: 'Filters',
    showFilters: (count: number) => (count === 0 ? 'Filters' : `Filters (${formatCount(count)})`),
    filterCount: (count: number) =>
      `${formatCount(count)} ${plural(count, { one: 'filter', other: 'filters' })}`,
    remove: (filter: string) => `Remove filter: ${filter}`,
    clear: 'Clear all filters',
    showing: (shown: number, total: number) => `Showing ${formatCount(shown)} of ${entries(total)}`,
    caption: 'Wallet history, newest first, grouped by month',
    results: 'Entries',
    columns: {
      entry: 'Entry',
      date: 'Date',
      source: 'Source',
      amount: 'Amount',
      balance: 'Balance after',
    },
    pages: 'Pages',
    previous: 'Previous',
    next: 'Next',
    firstPage: 'You are on the first page.',
    lastPage: 'You are on the last page.',
    emptyTitle: 'Nothing here yet',
    empty: 'Your first entry will say where it came from and when it expires.',
    noMatchTitle: 'Nothing matches these filters',
    noMatch: (total: number) => `You have ${entries(total)} in all.`,
    failed: 'Your history didn’t load.',
    refreshFailed: 'That didn’t load. What you see below is from before.',
    startOver: 'Start from the first page',
  },

  wallet: {
    missingTitle: 'You don’t have a wallet yet',
    missing: 'It takes one tap. It costs nothing, and it starts empty.',
    create: 'Create my wallet',
    creating: 'Creating…',
    created: 'Your wallet is open.',
    failed: 'Your wallet wasn’t created.',
  },

  settings: {
    title: 'Settings',
    saved: 'Changes save themselves.',
    look: 'Look',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    hideAmounts: 'Hide amounts',
    hideAmountsHint: 'The eye beside your balance does the same',
    account: 'Account',
    signedInAs: (name: string) => `Signed in as ${name}`,
    version: (version: string) => `Version ${version}`,
  },

  staff: {
    title: 'Staff',
    hello: (name: string) => `Hello, ${name}`,
    later: 'The console comes later.',
    until: 'Until then, everything your role may do is one query away in the playground.',
    playground: 'Open the playground',
    role: (role: string) => `You are signed in as ${role}.`,
  },

  notFound: {
    title: 'This page doesn’t exist',
    text: 'The address may be mistyped, or the page has moved.',
    home: 'Go to Home',
  },

  crash: {
    title: 'Something broke on this page',
    text: 'Your wallet is not affected. Load the page again; if this comes back, tell the shop.',
    reload: 'Load again',
  },

  problems: {
    request: 'Request',
    OFFLINE: 'The shop can’t be reached. Check your connection.',
    UNAUTHENTICATED: 'Your session has ended. Sign in again.',
    FORBIDDEN: 'Your account may not see this.',
    NOT_FOUND: 'It isn’t there any more.',
    BAD_USER_INPUT: 'The address of this page asks for something the shop doesn’t understand.',
    RATE_LIMITED: 'Too many requests at once. Wait a moment.',
    TRY_AGAIN: 'The shop is busy. Nothing was lost; try again in a moment.',
    OUTCOME_UNKNOWN: 'We don’t know yet whether it worked. Trying again is safe.',
    INTERNAL_SERVER_ERROR: 'Something went wrong on our side.',
  } satisfies Record<ProblemCode | 'request', string>,

  refusals: {
    CUSTOMER_NOT_FOUND: 'The shop doesn’t know this customer yet.',
    WALLET_EXISTS: 'You already have a wallet. Refresh to see it.',
    INVALID_INPUT: 'The shop could not accept this.',
  } satisfies Partial<Record<ErrorCode, string>>,
};

export type Messages = typeof en;
