import { useSessionState } from '../../session/session-provider.tsx';
import type { Account } from '../../session/auth-api.ts';

/** Whoever works here now; null while the shop can't confirm it. */
export function useOwnAccount(): Account | null {
  const session = useSessionState();
  return session.status === 'signedIn' ? session.account : null;
}
