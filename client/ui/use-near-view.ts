import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

/** How far below the window something may lie and still be got ready. */
const MARGIN = '300px';

/** Whether the element has come near the visible part of the page; once it has, it stays so. */
export function useNearView(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    if (near || element.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: MARGIN },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, near]);
  return near;
}
