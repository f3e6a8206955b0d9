import type { SyntheticEvent } from 'react';

/** A screen's addresses, and what begins to bring it. */
export type Ahead = readonly [address: RegExp, bring: () => void];

/**
 * For whatever holds links: what one of them leads to begins to load when somebody points at it, reaches it by keyboard or touches
 * it, which is a moment before they go there.
 */
export function lookAhead(screens: readonly Ahead[]) {
  const look = ({ target }: SyntheticEvent): void => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
    if (link?.origin !== window.location.origin) return;
    for (const [address, bring] of screens) if (address.test(link.pathname)) bring();
  };
  return { onPointerOver: look, onFocus: look, onTouchStart: look };
}
