import { useEffect } from 'react';
import { useSession, useSessionState } from '../session/session-provider.tsx';

const ASK_AGAIN_MS = 20_000;

/** While the shop is out of reach, whoever was here is asked for from time to time: the visit is not over. */
export function useSessionAgain(): void {
  const session = useSession();
  const state = useSessionState();
  const away = state.status === 'signedOut' && state.reason === 'unreachable';
  useEffect(() => {
    if (!away) return undefined;
    const ask = (): void => {
      if (navigator.onLine) void session.restore();
    };
    const timer = setInterval(ask, ASK_AGAIN_MS);
    window.addEventListener('online', ask);
    window.addEventListener('focus', ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', ask);
      window.removeEventListener('focus', ask);
    };
  }, [away, session]);
}
