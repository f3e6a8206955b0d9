import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Preferences, PreferenceStore } from './preferences.ts';

const PreferencesContext = createContext<PreferenceStore | null>(null);

export const PreferencesProvider = PreferencesContext.Provider;

export function usePreferences(): [Preferences, PreferenceStore['update']] {
  const store = useContext(PreferencesContext);
  if (store === null) throw new Error('PreferencesProvider is missing above this component.');
  return [useSyncExternalStore(store.subscribe, store.read), store.update];
}
