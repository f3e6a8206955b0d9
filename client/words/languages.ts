export type Language = 'en' | 'hi';

export interface LanguageFacts {
  /** What it calls itself. */
  name: string;
  /** What `<html lang>` says. */
  tag: string;
  /** How its dates and numbers are written. Digits are Latin everywhere, as on UPI's own screens. */
  locale: string;
}

export const LANGUAGES: Readonly<Record<Language, LanguageFacts>> = {
  en: { name: 'English', tag: 'en-IN', locale: 'en-IN' },
  hi: { name: 'हिन्दी', tag: 'hi-IN', locale: 'hi-IN-u-nu-latn' },
};

export const languages = Object.keys(LANGUAGES) as readonly Language[];

/** The language of a tag such as "hi-IN", or null when the app does not speak it. */
export function languageOf(tag: string | null | undefined): Language | null {
  const [first] = (tag ?? '').toLowerCase().split('-');
  return languages.find((language) => language === first) ?? null;
}
