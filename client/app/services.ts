import { guardSnapshot } from '../offline/guard-snapshot.ts';
import type { SnapshotStore } from '../offline/snapshot.ts';
import { createPreferences } from '../preferences/preferences.ts';
import type { PreferenceStore } from '../preferences/preferences.ts';
import { createAuthApi } from '../session/auth-api.ts';
import type { AuthApi } from '../session/auth-api.ts';
import { createSession, SIGNED_IN_KEY } from '../session/session.ts';
import type { Session } from '../session/session.ts';
import { createIntents } from '../wallet/intents.ts';
import type { Intents } from '../wallet/intents.ts';
import type { Language } from '../words/languages.ts';
import { createSpoken } from '../words/spoken.ts';
import type { SpokenStore, WordLoader, WordPart } from '../words/spoken.ts';
import type { Catalogue } from '../words/use-words.ts';
import { createReports } from './reports.ts';
import type { Reports } from './reports.ts';

export interface AppServices {
  session: Session;
  auth: AuthApi;
  preferences: PreferenceStore;
  spoken: SpokenStore;
  /** Under which keys wishes about money are sent. */
  intents: Intents;
  /** How the app does, told to the shop. */
  reports: Reports;
  /** What can be shown without a network. */
  snapshots: SnapshotStore;
  fetch: typeof globalThis.fetch;
  now: () => number;
}

type Catalogues = Readonly<Record<Language, () => Promise<{ words: Catalogue }>>>;

/** Each is a part of the build of its own, and only those of the chosen language are brought: one call each, or the bundler mixes them. */
const CATALOGUES: Readonly<Record<WordPart, Catalogues>> = {
  door: {
    en: () => import('./languages/door/en.ts'),
    hi: () => import('./languages/door/hi.ts'),
  },
  inside: {
    en: () => import('./languages/inside/en.ts'),
    hi: () => import('./languages/inside/hi.ts'),
  },
  screens: {
    en: () => import('./languages/screens/en.ts'),
    hi: () => import('./languages/screens/hi.ts'),
  },
};

const loadWords: WordLoader = async (language, part) => (await CATALOGUES[part][language]()).words;

/** What the app needs of its surroundings, made in one place; tests bring their own network and clock. */
export function createServices(
  fetch: typeof globalThis.fetch,
  now: () => number,
  snapshots: SnapshotStore,
): AppServices {
  const storage = usableStorage();
  const auth = createAuthApi(fetch);
  const session = createSession(auth, storage);
  guardSnapshot(session, snapshots);
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === SIGNED_IN_KEY) session.follow(newValue);
  });
  window.addEventListener('online', () => void session.finishSignOut());
  const preferences = createPreferences(storage, document.documentElement);
  return {
    session,
    auth,
    snapshots,
    intents: createIntents(storage, now),
    reports: createReports(fetch, () => window.location.pathname),
    preferences,
    spoken: createSpoken(preferences, loadWords, document.documentElement),
    fetch,
    now,
  };
}

/** Some privacy settings forbid even looking at the storage. */
function usableStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
