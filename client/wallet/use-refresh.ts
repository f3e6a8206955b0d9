import { useCallback, useEffect } from 'react';
import { useUpdatedAt } from '../apollo/freshness-provider.tsx';
import { formatTime } from '../format/date.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { useClock } from '../ui/clock.tsx';
import { useWords } from '../words/use-words.ts';
import { walletWords } from './words/words.ts';

/** Coming back to a page older than this brings it up to date. */
const STALE_AFTER_MS = 30_000;

/**
 * When the operation last brought data, and how to bring it again: by hand, which is announced, or by coming back to
 * the window. A failure is not handled here; the query's own error shows it.
 */
export function useRefresh(operationName: string, refetch: () => Promise<unknown>) {
  const updatedAt = useUpdatedAt(operationName);
  const now = useClock();
  const announce = useAnnounce();
  const { freshness } = useWords(walletWords);

  useEffect(() => {
    const comeBack = (): void => {
      const stale = updatedAt !== null && now() - updatedAt > STALE_AFTER_MS;
      if (document.visibilityState === 'visible' && stale) refetch().catch(() => undefined);
    };
    window.addEventListener('focus', comeBack);
    document.addEventListener('visibilitychange', comeBack);
    return () => {
      window.removeEventListener('focus', comeBack);
      document.removeEventListener('visibilitychange', comeBack);
    };
  }, [updatedAt, now, refetch]);

  const refresh = useCallback(() => {
    refetch().then(
      () => announce.politely(freshness.updated(formatTime(now()))),
      () => undefined,
    );
  }, [refetch, announce, freshness, now]);

  return { updatedAt, refresh };
}
