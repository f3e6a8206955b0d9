import { createContext, useContext, useEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';

const LeftAPage = createContext<RefObject<boolean>>({ current: false });

/** Remembers whether a page was shown before, so that only a change of page moves the focus. */
export function PageHeadings({ children }: { children: ReactNode }) {
  const left = useRef(false);
  return <LeftAPage value={left}>{children}</LeftAPage>;
}

/**
 * Names the document after the page and, after a change of page, moves the focus to its heading: keyboards and screen
 * readers start there, or at the place on the page that the address names. The first page leaves the focus alone, so that Tab reaches the skip link first.
 */
export function usePageHeading(documentTitle: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const left = useContext(LeftAPage);
  useEffect(() => {
    document.title = documentTitle;
  }, [documentTitle]);
  useEffect(() => {
    if (left.current) {
      const place = document.getElementById(window.location.hash.slice(1));
      (place ?? heading.current)?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
      place?.scrollIntoView({ block: 'center' });
    }
    return () => {
      left.current = true;
    };
  }, [left]);
  return heading;
}
