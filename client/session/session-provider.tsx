import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Session, SessionState } from './session.ts';

const SessionContext = createContext<Session | null>(null);
const NetworkContext = createContext<typeof globalThis.fetch | null>(null);

export const SessionProvider = SessionContext.Provider;
export const NetworkProvider = NetworkContext.Provider;

export function useSession(): Session {
  return given(useContext(SessionContext));
}

export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.state);
}

/** The way to the server for the few requests that are neither GraphQL nor the session's. */
export function useNetwork(): typeof globalThis.fetch {
  return given(useContext(NetworkContext));
}

function given<T>(value: T | null): T {
  if (value === null) throw new Error('The session providers are missing above this component.');
  return value;
}
