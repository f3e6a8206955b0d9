import type { ProblemCode } from '../../apollo/problem.ts';
import type { ErrorCode } from '../../graphql/graphql.ts';

/** What stands around the screens, and what is said when something fails. */
export const appWords = {
  app: {
    brand: 'Early Bird',
    tagline: 'Customer wallet',
    title: (page: string) => `${page} – Early Bird Wallet`,
    skip: 'Skip to content',
    opening: 'Opening your wallet',
    offline: (time: string | null) =>
      time === null
        ? 'You’re offline. What you see may be out of date.'
        : `You’re offline – showing balance as of ${time}.`,
    unreachable: (time: string | null) =>
      time === null
        ? 'The shop can’t be reached. What you see may be out of date.'
        : `The shop can’t be reached – showing balance as of ${time}.`,
    needsConnection:
      'This needs a connection. It works again once you are back; nothing is sent later on its own.',
  },

  navigation: {
    label: 'Main',
    home: 'Home',
    history: 'History',
    backHome: 'Back to Home',
    rewards: 'Rewards',
    refer: 'Refer',
    more: 'More',
  },

  actions: {
    refresh: 'Refresh',
    retry: 'Try again',
    signOut: 'Sign out',
    copyRequest: 'Copy request',
    copied: 'Copied',
    copy: 'Copy',
    cancel: 'Cancel',
    close: 'Close',
    done: 'Done',
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
    everywhere: 'Sign out everywhere',
    everywhereTitle: 'Sign out everywhere?',
    everywhereText:
      'Every browser and app in which you are signed in, this one included, has to sign in again. Your wallet stays as it is.',
    everywhereBusy: 'Signing out…',
    everywhereDone: 'You are signed out everywhere.',
    everywhereFailed: 'The shop didn’t answer, so you are still signed in everywhere. Try again.',
    sessions: 'Where you are signed in',
    sessionsFailed: 'Your sessions didn’t load.',
    noSessions: 'You sign in through your shop account, which knows where you are signed in.',
    thisDevice: 'This device',
    lastUsed: (moment: string) => `Last used ${moment}`,
    signedInOn: (date: string) => `Signed in on ${date}`,
    endSession: 'End',
    endSessionOf: (device: string, since: string) => `End the session on ${device}, signed in on ${since}`,
    sessionEnded: (device: string) => `The session on ${device} has ended.`,
    sessionUnsure: 'We don’t know yet whether the session was ended.',
    nothingToEnd: 'There was nothing left to end.',
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
    WALLET_NOT_FOUND: 'You don’t have a wallet yet. Create it on Home.',
    WALLET_FROZEN: 'Your wallet is frozen. Contact the shop to have it opened again.',
    WALLET_SUSPENDED: 'Your wallet is suspended. Contact the shop.',
    INSUFFICIENT_FUNDS: 'There are not enough credits in your wallet.',
    AMOUNT_OUT_OF_RANGE: 'The amount is outside what the shop allows.',
    WALLET_LIMIT_EXCEEDED: 'Your wallet would hold more than the shop allows.',
    TOO_MANY_LOTS: 'Your wallet holds too many separate credits. Use some first.',
    TOO_MANY_REFUNDS: 'This payment has been refunded too often. Refund all that is left of it.',
    REWARD_NOT_FOUND: 'This reward doesn’t exist any more.',
    REWARD_NOT_ACTIVE: 'The shop has paused this reward.',
    REWARD_NOT_YET_VALID: 'This reward has not started yet.',
    REWARD_EXPIRED: 'This reward has ended.',
    REWARD_EXHAUSTED: 'Someone claimed the last one.',
    REWARD_ALREADY_CLAIMED: 'You have claimed this reward already.',
    MINIMUM_PURCHASE_NOT_MET: 'One of your orders has to be larger first.',
    REFERRAL_CODE_UNKNOWN: 'No one has this code. Check the letters and digits.',
    REFERRAL_SELF: 'This is your own code. Share it with a friend instead.',
    REFERRAL_LOOP: 'This friend joined with your code, so theirs can’t be used by you.',
    REFERRAL_ALREADY_APPLIED: 'You have used a friend’s code already. It works once.',
    REFERRAL_WINDOW_CLOSED: 'Codes can only be entered while a wallet is new.',
    REFERRAL_LIMIT_REACHED: 'This code has been used as often as the shop allows.',
    REVIEW_NOT_FOUND: 'There is no such payment to look at.',
    REVIEW_ENDED: 'This has been decided already.',
    REVIEW_TAKEN: 'Somebody else is looking at this.',
    NOT_REFUNDABLE: 'This cannot be refunded to where it came from.',
    PAYMENT_UNAVAILABLE: 'The payment provider can’t be reached. Try again in a moment.',
    SESSION_NOT_FOUND: 'This session has ended already.',
    CREDIT_NOT_FOUND: 'This credit doesn’t exist.',
    CREDIT_USED_UP: 'Nothing is left of this credit.',
    DEBIT_NOT_FOUND: 'This payment doesn’t exist.',
    EXPIRES_IN_PAST: 'The new expiry date has to lie in the future.',
    REFUND_EXCEEDS_DEBIT: 'That is more than is left to refund of this payment.',
    IDEMPOTENCY_CONFLICT: 'This was sent before with other details. Close it and start again.',
    INVALID_INPUT: 'The shop could not accept this.',
    TRY_AGAIN: 'The shop is busy. Nothing was lost; try again in a moment.',
    OUTCOME_UNKNOWN: 'We don’t know yet whether it worked. Trying again is safe.',
  } satisfies Record<ErrorCode, string>,

  refusalFigures: {
    range: (min: string, max: string) => `Choose an amount from ${min} to ${max}.`,
    short: (amount: string) => `You are ${amount} short.`,
    walletLimit: (max: string) => `A wallet may hold ${max} at most.`,
    minimum: (order: { required: string; largest: string | null; since: string | null }) => {
      const opens = `One order of ${order.required} opens this.`;
      if (order.largest === null) return opens;
      const since = order.since === null ? '' : ` since ${order.since}`;
      return `Your largest order${since} is ${order.largest}. ${opens}`;
    },
  },
};
