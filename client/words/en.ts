import type { Role } from '../session/auth-api.ts';

/** What stands around every screen, and what any of them may say. */
export const sharedWords = {
  app: {
    brand: 'Early Bird',
    tagline: 'Customer wallet',
    title: (page: string) => `${page} – Early Bird Wallet`,
    skip: 'Skip to content',
    opening: 'Opening your wallet',
  },

  navigation: {
    label: 'Main',
    home: 'Home',
    history: 'History',
    backHome: 'Back to Home',
    rewards: 'Rewards',
    refer: 'Refer',
    giftCards: 'Gift cards',
    more: 'More',
    further: 'Further',
    help: 'Help',
    settings: 'Settings',
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

  language: { label: 'Language', change: (name: string) => `Language: ${name}. Change language` },

  roles: { CUSTOMER: 'customer', STAFF: 'staff', ADMIN: 'admin' } satisfies Record<Role, string>,
};

export type SharedWords = typeof sharedWords;
