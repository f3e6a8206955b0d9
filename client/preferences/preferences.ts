import { languageOf } from '../words/languages.ts';
import type { Language } from '../words/languages.ts';

export type Theme = 'system' | 'light' | 'dark';

export interface Preferences {
  theme: Theme;
  language: Language;
  hideAmounts: boolean;
  /** Has read once how rewards work. */
  knowsRewards: boolean;
}

export interface PreferenceStore {
  read(): Preferences;
  subscribe(listener: () => void): () => void;
  update(change: Partial<Preferences>): void;
}

/** The names under which `app/early.js` finds theme and language. */
const THEME_KEY = 'early-bird.theme';
const LANGUAGE_KEY = 'early-bird.language';
const HIDE_KEY = 'early-bird.hide-amounts';
const KNOWS_KEY = 'early-bird.knows-rewards';

/** Choices of this browser. They change at once and are kept where storage allows; nothing secret is among them. */
export function createPreferences(storage: Storage | null, root: HTMLElement): PreferenceStore {
  let current: Preferences = {
    theme: themeOf(storage?.getItem(THEME_KEY)),
    // Before anybody chose, the page speaks what the browser asks for: `early.js` has looked.
    language: languageOf(storage?.getItem(LANGUAGE_KEY)) ?? languageOf(root.lang) ?? 'en',
    hideAmounts: storage?.getItem(HIDE_KEY) === 'yes',
    knowsRewards: storage?.getItem(KNOWS_KEY) === 'yes',
  };
  const listeners = new Set<() => void>();
  showTheme(root, current.theme);
  return {
    read: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update(change) {
      current = { ...current, ...change };
      showTheme(root, current.theme);
      keep(storage, THEME_KEY, current.theme === 'system' ? null : current.theme);
      if (change.language !== undefined) keep(storage, LANGUAGE_KEY, change.language);
      keep(storage, HIDE_KEY, current.hideAmounts ? 'yes' : null);
      keep(storage, KNOWS_KEY, current.knowsRewards ? 'yes' : null);
      for (const listener of listeners) listener();
    },
  };
}

function themeOf(stored: string | null | undefined): Theme {
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

function showTheme(root: HTMLElement, theme: Theme): void {
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}

function keep(storage: Storage | null, key: string, value: string | null): void {
  try {
    if (value === null) storage?.removeItem(key);
    else storage?.setItem(key, value);
  } catch {
    // A full or forbidden storage costs the memory of a choice, not the choice.
  }
}
