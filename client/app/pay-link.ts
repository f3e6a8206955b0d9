import { useEffect, useState } from 'react';

/** What somebody came with who follows a link of the shop to pay an order. */
export interface PayLink {
  /** Null where an earlier load of this page has taken it. */
  readonly secret: string | null;
}

/** What is as long as that is no place on the page, to which a `#` leads otherwise. */
const SECRET = /^#([\w-]{16,64})$/;

/**
 * The link in the address. What is secret is taken out of it before anything else is done, and is in the memory of this page alone;
 * the place in the history keeps that there was one, so that a page that is loaded anew can say why it does not open again.
 */
export function usePayLink() {
  const [link, setLink] = useState(takeLink);
  useEffect(() => {
    // Another link may be followed without loading the page anew; a place on the page leaves it as it is.
    const take = (): void => {
      if (SECRET.test(window.location.hash)) setLink(takeLink());
    };
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  const [drop] = useState(() => (): void => {
    if (cameByLink()) window.history.replaceState({ ...window.history.state, byLink: false }, '');
    setLink(null);
  });
  return { link, drop };
}

function takeLink(): PayLink | null {
  const { pathname, search, hash } = window.location;
  if (!/^\/pay\/[^/]+$/.test(pathname)) return null;
  const secret = SECRET.exec(hash)?.[1];
  if (secret === undefined) return cameByLink() ? { secret: null } : null;
  window.history.replaceState({ ...window.history.state, byLink: true }, '', pathname + search);
  return { secret };
}

function cameByLink(): boolean {
  const state = window.history.state as { byLink?: unknown } | null;
  return state?.byLink === true;
}
