import { formatCount, plural } from '../../../format/number.ts';

/** Settings, devices, and what somebody finds at an address of the console who is not of the shop. */
export const accountWords = {
  settings: {
    title: 'Settings',
    look: 'Look and language',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    hideAmounts: 'Hide amounts',
    hideAmountsHint: 'Also for screen readers. The eye beside your balance does the same.',
    more: 'More',
    records: 'Your records',
    myData: 'Download my data',
    myDataBusy: 'Preparing…',
    myDataHint:
      'One file: you and your devices, your wallet with all its entries, credits, top-ups and claims, and who came through you.',
    myDataLeftOut:
      'Not in it: notes and acts of the shop’s staff, which credits each payment took, and what the payment provider reported.',
    myDataAsk: 'Ask the shop for the rest',
    myDataFailed: 'Your file couldn’t be made.',
    myDataSaved: 'Your data is saved.',
    statements: 'Statements',
    statementsHint: 'By month or financial year, to print or as CSV',
    tier: 'Tier and benefits',
    help: 'Help',
    account: 'Account',
    everywhere: 'Sign out everywhere',
    everywhereTitle: 'Sign out everywhere?',
    everywhereText:
      'Every browser and app in which you are signed in, this one included, has to sign in again. Your wallet stays as it is.',
    everywhereBusy: 'Signing out…',
    everywhereDone: 'You are signed out everywhere.',
    everywhereFailed:
      'The shop didn’t confirm it, so we don’t know whether all your sessions have ended. Try again.',
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

  secondFactor: {
    title: 'Second step of signing in',
    off: 'Your password alone lets you in. A code from an authenticator app makes a stolen password useless.',
    on: (count: number) =>
      `On. You have ${formatCount(count)} recovery ${plural(count, { one: 'code', other: 'codes' })} left.`,
    setUp: 'Set up an authenticator app',
    change: 'Set up another app',
    switchOff: 'Switch it off',
    present: 'Code from your present app, or a recovery code',
    next: 'Continue',
    isSet: 'The second step is set up.',
    switchedOff: 'The second step is off.',
  },

  noConsole: {
    title: 'This is for people of the shop',
    text: 'You are signed in as a customer. Your wallet is on Home.',
  },
};

export type AccountWords = typeof accountWords;
