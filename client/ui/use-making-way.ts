import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

/** At which edge something lies over the page. */
export type Edge = 'bottom' | 'top';

/**
 * Keeps what lies over the page off whatever has the keyboard's focus: where they meet it goes to the other edge, and stays there
 * until they meet again.
 */
export function useMakingWay(overlay: RefObject<HTMLElement | null>): Edge {
  const [edge, setEdge] = useState<Edge>('bottom');
  useEffect(() => {
    const makeWay = (): void => {
      const focused = document.activeElement;
      if (!overlay.current || !focused || focused.contains(overlay.current)) return;
      if (overlay.current.contains(focused)) return;
      const here = overlay.current.getBoundingClientRect();
      const there = { top: window.innerHeight - here.bottom, bottom: window.innerHeight - here.top };
      const { top, bottom, left, right } = focused.getBoundingClientRect();
      if (right <= here.left || left >= here.right) return;
      const meets = (place: { top: number; bottom: number }) => top < place.bottom && bottom > place.top;
      // What is so large that it meets both is not hidden by either.
      if (meets(here) && !meets(there)) setEdge((now) => (now === 'bottom' ? 'top' : 'bottom'));
    };
    makeWay();
    document.addEventListener('focusin', makeWay);
    // By the arrow keys or by its own focus the page may bring it under what lies there.
    window.addEventListener('scroll', makeWay, { capture: true, passive: true });
    window.addEventListener('resize', makeWay);
    return () => {
      document.removeEventListener('focusin', makeWay);
      window.removeEventListener('scroll', makeWay, { capture: true });
      window.removeEventListener('resize', makeWay);
    };
  }, [overlay]);
  return edge;
}
