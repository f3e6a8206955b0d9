import { createContext, useContext } from 'react';

/** Why nothing below can be changed by whoever looks at it; null where it is their own. */
const ReadOnlyContext = createContext<string | null>(null);

export const ReadOnly = ReadOnlyContext.Provider;

export function useReadOnly(): string | null {
  return useContext(ReadOnlyContext);
}
