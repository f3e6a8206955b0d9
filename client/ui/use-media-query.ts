import { useCallback, useSyncExternalStore } from 'react';

export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** From here on there is a rail instead of the bottom bar, and tables instead of lists. */
export function useWideScreen(): boolean {
  return useMediaQuery('(min-width: 768px)');
}

/** From here on two things have room beside each other. */
export function useFullScreen(): boolean {
  return useMediaQuery('(min-width: 1120px)');
}
