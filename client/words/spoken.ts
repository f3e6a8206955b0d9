import { setLocale } from '../format/locale.ts';
import type { PreferenceStore } from '../preferences/preferences.ts';
import { LANGUAGES } from './languages.ts';
import type { Language } from './languages.ts';
import type { Catalogue } from './use-words.ts';

/** What is spoken now, and all its words. */
export interface Spoken {
  language: Language;
  words: Catalogue;
}

export interface SpokenStore {
  /** Null until the words of the first language have arrived. */
  read(): Spoken | null;
  subscribe(listener: () => void): () => void;
  /** Brings the words of the chosen language; the store does so itself whenever another one is chosen. */
  follow(): Promise<void>;
  /** Somebody is let in: from now on every language comes with the words behind the door too. */
  comeIn(): Promise<void>;
}

/** The words of the door are few, and come before anybody is known. */
export type WordPart = 'door' | 'inside';

export type WordLoader = (language: Language, part: WordPart) => Promise<Catalogue>;

const AT_THE_DOOR: readonly WordPart[] = ['door'];
const INSIDE: readonly WordPart[] = ['door', 'inside'];

/**
 * Follows the chosen language. The old one stays on the screen until the words of the new one are there, and stays for
 * good when they can't be had; then all changes in one step: words, dates, numbers and `<html lang>`.
 */
export function createSpoken(preferences: PreferenceStore, load: WordLoader, root: HTMLElement): SpokenStore {
  let current: Spoken | null = null;
  let parts = AT_THE_DOOR;
  const listeners = new Set<() => void>();
  const chosen = (): Language => preferences.read().language;

  function speak(spoken: Spoken): void {
    const { locale, tag } = LANGUAGES[spoken.language];
    current = spoken;
    setLocale(locale);
    root.lang = tag;
    for (const listener of listeners) listener();
  }

  /** False where these are not wanted any more: somebody chose again, or came in, while they were on their way. */
  async function bring(language: Language): Promise<boolean> {
    const wanted = parts;
    const brought = await Promise.all(wanted.map((part) => load(language, part)));
    const isWanted = language === chosen() && wanted === parts;
    if (isWanted) speak({ language, words: Object.assign({}, ...brought) as Catalogue });
    return isWanted;
  }

  async function follow(): Promise<void> {
    const language = chosen();
    if (language === current?.language) return;
    try {
      await bring(language);
    } catch (error) {
      if (current === null) throw error;
      preferences.update({ language: current.language });
    }
  }

  async function comeIn(): Promise<void> {
    if (parts === INSIDE) return;
    parts = INSIDE;
    let isSpoken = false;
    while (!isSpoken) isSpoken = await bring(chosen());
  }

  preferences.subscribe(() => void follow());
  return {
    read: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow,
    comeIn,
  };
}
