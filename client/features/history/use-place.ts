import { useEffect, useRef } from 'react';
import { useLocation, useNavigate, useNavigationType } from 'react-router';
import { stepsFromList } from '../../wallet/entry/way-to-list.ts';

interface Place {
  /** Pixels from the top. */
  scroll: number;
  /** The entry that was opened. */
  entry: string;
}

/** By the history's own entry in the browser's history. */
const places = new Map<string, Place>();

/** Whoever comes back from an entry finds the list where it was left, and stands at that entry. */
export function usePlace(isShown: boolean) {
  const { key, pathname } = useLocation();
  const isBack = useNavigationType() === 'POP';
  const before = useRef(pathname);
  useEffect(() => {
    const place = places.get(key);
    if (!isShown || !isBack || place === undefined) return;
    places.delete(key);
    rowOf(place.entry)?.focus({ preventScroll: true });
    window.scrollTo(0, place.scroll);
  }, [key, isShown, isBack]);
  // Beside the list an entry comes and goes, and the list stays.
  useEffect(() => {
    if (pathname === '/history' && before.current !== pathname) rowOf(before.current)?.focus();
    before.current = pathname;
  }, [pathname]);
  return {
    leaveBy({ target }: { target: EventTarget }): void {
      const row = target instanceof Element ? target.closest('a') : null;
      if (row?.pathname.startsWith('/history/'))
        places.set(key, { scroll: window.scrollY, entry: row.pathname });
    },
  };
}

function rowOf(entry: string): HTMLElement | undefined {
  const links = Array.from(document.querySelectorAll<HTMLAnchorElement>('#main a[href]'));
  return links.find(({ pathname }) => pathname === entry);
}

/** From an entry to the list: back to the very one that it was opened from, or else to one with the same filters. */
export function useWayToList(): { address: string; go: () => void } {
  const location = useLocation();
  const navigate = useNavigate();
  const steps = stepsFromList(location);
  const address = `/history${location.search}`;
  return {
    address,
    go: () => void (steps === null ? navigate(address, { replace: true }) : navigate(-steps)),
  };
}
