import type { Mail } from '../../mail/mail.ts';

/** The mail that brings a code. It names nobody: whoever reads it by mistake learns nothing but the code. */
export function codeMail(to: string, code: string, minutes: number): Mail {
  const shown = code.replace(/(?<=^\d{4})/, ' ');
  return {
    to,
    subject: 'Your code to sign in to Early Bird',
    text: [
      `Your code to sign in: ${shown}`,
      '',
      `It works once, within ${minutes} minutes, in the browser in which you asked for it. Nobody of the shop will ever ask you for it.`,
      '',
      'If you did not ask for a code, do nothing: without it nobody gets in.',
      '',
    ].join('\n'),
  };
}
