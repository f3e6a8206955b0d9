import type { Location } from 'react-router';

/** How many steps of the browser's history lie between this page and the list it was reached from; null where it was not. */
export function stepsFromList({ pathname, state }: Location<{ steps?: unknown } | null>): number | null {
  if (pathname === '/history') return 0;
  return pathname.startsWith('/history/') && typeof state?.steps === 'number' ? state.steps : null;
}
