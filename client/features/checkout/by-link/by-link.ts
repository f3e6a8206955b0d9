import { createContext, useContext } from 'react';

/** That the page is seen by the link of an order: nothing leads from it to a wallet, and nothing but paying is offered. */
export interface SeenByLink {
  /** Its minutes have passed: what is seen stays, and is not brought up to date. */
  readonly isOver: boolean;
}

const ByLinkContext = createContext<SeenByLink | null>(null);

export const ByLink = ByLinkContext.Provider;

/** Null where whoever sees the page is signed in. */
export function useByLink(): SeenByLink | null {
  return useContext(ByLinkContext);
}
