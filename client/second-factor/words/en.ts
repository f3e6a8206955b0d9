import { formatCount, plural } from '../../format/number.ts';

/** Codes, and setting up what shows them. */
export const factorWords = {
  code: {
    missing: 'Enter the code.',
    submitting: 'Checking…',
  },

  problems: {
    INVALID_CODE: 'That code isn’t right, or it was used before. Check it, or use a new one.',
    CODE_NEEDED: 'Enter a code of your present app first.',
    TOO_LATE: 'That took too long. Begin again.',
    NOT_OFFERED: 'This shop doesn’t offer that.',
    UNSURE: 'The shop didn’t answer, so we don’t know what became of it. Try again.',
    tooMany: (seconds: number) => {
      const minutes = Math.ceil(seconds / 60);
      const wait =
        seconds < 60
          ? `${formatCount(seconds)} ${plural(seconds, { one: 'second', other: 'seconds' })}`
          : `${formatCount(minutes)} ${plural(minutes, { one: 'minute', other: 'minutes' })}`;
      return `Too many tries. Wait ${wait}, then try again.`;
    },
  },

  setUp: {
    scan: 'Scan this with an authenticator app on your phone.',
    qr: 'QR code for your authenticator app',
    secret: 'Or type this key into the app:',
    copySecret: 'Copy the key',
    copied: 'Copied',
    label: 'Code from the app',
    confirm: 'Confirm',
    again: 'Begin again',
  },

  recovery: {
    title: 'Keep your recovery codes',
    intro:
      'Each lets you in once when your phone is not at hand. They are shown only now: keep them where you keep important papers.',
    list: 'Recovery codes',
    copy: 'Copy the codes',
    copied: 'Copied',
    download: 'Download the codes',
    done: 'I have kept them',
  },
};

export type FactorWords = typeof factorWords;
