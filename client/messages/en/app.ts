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
