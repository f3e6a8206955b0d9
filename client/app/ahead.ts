import type { SyntheticEvent } from 'react';

/** A screen that can be prepared before somebody goes there. */
export interface Ahead {
  /** Begins to bring the screen. */
  ahead: () => void;
  /** Begins to ask what it is going to ask at this address. */
  ask: (address: URL) => void;
}

/** So long somebody means it: a pointer on its way to somewhere else, or a finger that scrolls, has left by then. */
const MEANT_AFTER_MS = 80;

/**
 * For whatever holds links: what one of them leads to begins to load when somebody points at it, reaches it by keyboard or touches
 * it, which is a moment before they go there; who stays a little longer has its first question asked, too.
 */
export function lookAhead(screens: readonly (readonly [address: RegExp, screen: Ahead])[]) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const leave = (): void => clearTimeout(timer);
  const look = ({ target }: SyntheticEvent): void => {
    leave();
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
    if (link?.origin !== window.location.origin) return;
    const meant = screens.filter(([address]) => address.test(link.pathname)).map(([, screen]) => screen);
    for (const screen of meant) screen.ahead();
    timer = setTimeout(() => {
      // Who is there already, or has just gone there, is answered by the screen.
      if (link.href !== window.location.href) meant.forEach((screen) => screen.ask(new URL(link.href)));
    }, MEANT_AFTER_MS);
  };
  return {
    onPointerOver: look,
    onFocus: look,
    onTouchStart: look,
    onPointerOut: leave,
    onPointerCancel: leave,
    onBlur: leave,
  };
}
