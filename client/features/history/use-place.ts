import { useEffect } from 'react';
import type { MouseEvent } from 'react';
import { useLocation, useNavigate, useNavigationType } from 'react-router';

interface Place {
  /** Pixels from the top. */
  scroll: number;
  /** The address of the entry that was opened. */
  entry: string;
}

/** By the history's own entry in the browser's history. */
const places = new Map<string, Place>();
/** The entry that was opened from the list last. */
let opened: string | null = null;

/** Whoever comes back from an entry finds the list where it was left, and stands at that entry. */
export function usePlace(isShown: boolean): { leaveBy: (event: MouseEvent) => void } {
  const { key } = useLocation();
  const isBack = useNavigationType() === 'POP';
  useEffect(() => {
    const place = places.get(key);
    if (!isShown || !isBack || place === undefined) return;
    places.delete(key);
    opened = null;
    const links = Array.from(document.querySelectorAll<HTMLElement>('#main a[href]'));
    links.find((link) => link.getAttribute('href') === place.entry)?.focus({ preventScroll: true });
    window.scrollTo(0, place.scroll);
  }, [key, isShown, isBack]);
  return {
    leaveBy({ target }) {
      const link = target instanceof Element ? target.closest('a[href^="/history/"]') : null;
      const entry = link?.getAttribute('href');
      if (!entry) return;
      places.set(key, { scroll: window.scrollY, entry });
      opened = entry;
    },
  };
}

/** From an entry back to the very list it was opened from, with its filters and its place; undefined where it was not. */
export function useWayToList(): ((event: MouseEvent) => void) | undefined {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  if (opened !== pathname) return undefined;
  return (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void navigate(-1);
  };
}
