import type { Mail } from '../../mail/mail.ts';

interface Words {
  readonly subject: string;
  readonly code: (shown: string) => string;
  readonly terms: (minutes: number) => string;
  readonly unasked: string;
}

const WORDS = {
  en: {
    subject: 'Your code to sign in to Early Bird',
    code: (shown) => `Your code to sign in: ${shown}`,
    terms: (minutes) =>
      `It works once, within ${minutes} minutes, in the browser in which you asked for it. Nobody of the shop will ever ask you for it.`,
    unasked: 'If you did not ask for a code, do nothing: without it nobody gets in.',
  },
  hi: {
    subject: 'Early Bird में साइन इन करने का आपका कोड',
    code: (shown) => `साइन इन करने का आपका कोड: ${shown}`,
    terms: (minutes) =>
      `यह एक ही बार, ${minutes} मिनट के भीतर और उसी ब्राउज़र में काम करता है जिसमें आपने इसे माँगा था। दुकान का कोई भी व्यक्ति आपसे यह कोड कभी नहीं माँगेगा।`,
    unasked: 'अगर आपने कोड नहीं माँगा, तो कुछ न करें: इसके बिना कोई साइन इन नहीं कर सकता।',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** The languages in which a code can be sent. */
export type MailLanguage = keyof typeof WORDS;
export const mailLanguages = Object.keys(WORDS) as readonly MailLanguage[];

export interface CodeMail {
  readonly to: string;
  readonly code: string;
  readonly minutes: number;
  readonly language: MailLanguage;
}

/** The mail that brings a code. It names nobody: whoever reads it by mistake learns nothing but the code. */
export function codeMail({ to, code, minutes, language }: CodeMail): Mail {
  const words = WORDS[language];
  const shown = code.replace(/(?<=^\d{4})/, ' ');
  const text = [words.code(shown), '', words.terms(minutes), '', words.unasked, ''].join('\n');
  return { to, subject: words.subject, text };
}
