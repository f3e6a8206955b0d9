import { createContext, useContext } from 'react';

const ClockContext = createContext<() => number>(() => 0);

/** The browser's clock, handed down from the top so that tests can set it. */
export const ClockProvider = ClockContext.Provider;

export function useClock(): () => number {
  return useContext(ClockContext);
}
