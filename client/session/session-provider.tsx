import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AuthApi } from './auth-api.ts';
import type { Session, SessionState } from './session.ts';

const SessionContext = createContext<Session | null>(null);
const AuthApiContext = createContext<AuthApi | null>(null);

export const SessionProvider = SessionContext.Provider;
export const AuthApiProvider = AuthApiContext.Provider;

export function useSession(): Session {
  return given(useContext(SessionContext));
}

export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.state);
}

export function useAuthApi(): AuthApi {
  return given(useContext(AuthApiContext));
}

function given<T>(value: T | null): T {
  if (value === null) throw new Error('The session providers are missing above this component.');
  return value;
}
