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
}

export type WordLoader = (language: Language) => Promise<Catalogue>;

/**
 * Follows the chosen language. The old one stays on the screen until the words of the new one are there, and stays for
 * good when they can't be had; then all changes in one step: words, dates, numbers and `<html lang>`.
 */
export function createSpoken(preferences: PreferenceStore, load: WordLoader, root: HTMLElement): SpokenStore {
  let current: Spoken | null = null;
  const listeners = new Set<() => void>();
  const chosen = (): Language => preferences.read().language;

  function speak(spoken: Spoken): void {
    const { locale, tag } = LANGUAGES[spoken.language];
    current = spoken;
    setLocale(locale);
    root.lang = tag;
    for (const listener of listeners) listener();
  }

  async function follow(): Promise<void> {
    const language = chosen();
    if (language === current?.language) return;
    try {
      const words = await load(language);
      // Somebody may have chosen again while these were on their way.
      if (language === chosen()) speak({ language, words });
    } catch (error) {
      if (current === null) throw error;
      preferences.update({ language: current.language });
    }
  }

  preferences.subscribe(() => void follow());
  return {
    read: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow,
  };
}
