import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Freshness } from './freshness.ts';

const FreshnessContext = createContext<Freshness | null>(null);

export const FreshnessProvider = FreshnessContext.Provider;

/** Epoch milliseconds of the last time this operation brought data, or null before the first time. */
export function useUpdatedAt(operationName: string): number | null {
  const freshness = useContext(FreshnessContext);
  if (freshness === null) throw new Error('FreshnessProvider is missing above this component.');
  const read = useCallback(() => freshness.at(operationName), [freshness, operationName]);
  return useSyncExternalStore(freshness.subscribe, read);
}
