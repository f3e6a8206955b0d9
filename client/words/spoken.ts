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
  /** Brings the words up to this part; from now on every language comes with them. */
  reach(part: WordPart): Promise<void>;
}

/** In the order in which they are reached: before anybody is known, on the first screen behind the door, and on all others. */
const PARTS = ['door', 'inside', 'screens'] as const;

export type WordPart = (typeof PARTS)[number];

export type WordLoader = (language: Language, part: WordPart) => Promise<Catalogue>;

/**
 * Follows the chosen language. The old one stays on the screen until the words of the new one are there, and stays for
 * good when they can't be had; then all changes in one step: words, dates, numbers and `<html lang>`.
 */
export function createSpoken(preferences: PreferenceStore, load: WordLoader, root: HTMLElement): SpokenStore {
  let current: Spoken | null = null;
  let reached = 1;
  let spokenOf = 0;
  const listeners = new Set<() => void>();
  const chosen = (): Language => preferences.read().language;

  function speak(spoken: Spoken): void {
    const { locale, tag } = LANGUAGES[spoken.language];
    current = spoken;
    setLocale(locale);
    root.lang = tag;
    for (const listener of listeners) listener();
  }

  /** Says nothing where these are not wanted any more: somebody chose again, or went further, while they were on their way. */
  async function bring(language: Language): Promise<void> {
    const wanted = reached;
    const brought = await Promise.all(PARTS.slice(0, wanted).map((part) => load(language, part)));
    const isWanted = language === chosen() && wanted === reached;
    const isSaid = language === current?.language && wanted === spokenOf;
    if (!isWanted || isSaid) return;
    spokenOf = wanted;
    speak({ language, words: Object.assign({}, ...brought) as Catalogue });
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

  async function reach(part: WordPart): Promise<void> {
    const goal = PARTS.indexOf(part) + 1;
    reached = Math.max(reached, goal);
    while (spokenOf < goal) await bring(chosen());
  }

  preferences.subscribe(() => void follow());
  return {
    read: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow,
    reach,
  };
}
