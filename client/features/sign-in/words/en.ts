import { formatCount, plural } from '../../../format/number.ts';

/** The door. */
export const signInWords = {
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
    showPassword: 'Show password',
    hidePassword: 'Hide password',
    submit: 'Sign in',
    submitting: 'Signing in…',
    missingEmail: 'Enter your email.',
    missingPassword: 'Enter your password.',
    ended: 'Your session has ended. Sign in again to carry on where you were.',
    endedElsewhere: 'This session was ended from another device. Sign in again to carry on where you were.',
    reused:
      'For your safety this session was ended: an old copy of it was used a second time, perhaps by somebody else. Sign in again. If you did nothing unusual, sign out everywhere in Settings and change your password.',
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
    byEmail: 'Email me a code instead',
    help: 'Help',
    helpText:
      'No account yet, or another email address? Ask at the shop: people there open it and change it with you. They never ask for your password or a code.',
    forgot: 'Forgot your password?',
    forgotHelp:
      'Ask the shop for a link to choose a new one. Customers can also sign in without it: have a code emailed to you.',
  },

  secondStep: {
    title: 'Enter your code',
    intro: 'Your password was right. Now enter the code that your authenticator app shows.',
    label: 'Code from the app',
    submit: 'Sign in',
    toRecovery: 'Use a recovery code',
    recoveryIntro: 'Enter one of the recovery codes that you kept. Each works once.',
    recoveryLabel: 'Recovery code',
    toApp: 'Use the authenticator app',
    left: (count: number) =>
      `You have ${formatCount(count)} recovery ${plural(count, { one: 'code', other: 'codes' })} left. Set up your new phone soon.`,
    back: 'Back to sign-in',
    setUpTitle: 'Set up a second step',
    setUpIntro: 'This shop asks its staff for a code beside the password. It takes a minute, once.',
  },

  emailCode: {
    title: 'Sign in by email',
    intro: 'For customers: we send a code to the email of your shop account.',
    send: 'Send the code',
    sending: 'Sending…',
    missing: 'Enter your email.',
    sent: (email: string) =>
      `If ${email} belongs to a customer, a code is on its way. It works once, within ten minutes, in this browser.`,
    demo: 'Look into the demo’s mailbox',
    label: 'Code from the email',
    submit: 'Sign in',
    other: 'Send another code',
    back: 'Use a password',
  },

  setPassword: {
    title: 'Choose a password',
    intro: 'Nobody but you knows it, not even the shop. Use at least 12 characters.',
    label: 'New password',
    submit: 'Set the password',
    submitting: 'Setting the password…',
    tooShort: 'Use at least 12 characters.',
    LINK_NOT_USABLE:
      'This link was used before, or its time is over. If that was you just now, sign in with the password you chose; otherwise ask the shop for a new link.',
    TOO_MANY: 'Too many tries, so nothing was changed. Try again in a minute.',
    UNKNOWN:
      'We don’t know yet whether your password was set. Try again; if the link has been used, sign in with the password you chose.',
    done: 'Your password is set. Sign in with it now.',
    toSignIn: 'Go to sign-in',
  },
};

export type SignInWords = typeof signInWords;
