import type { KeyboardEvent, ReactNode } from 'react';
import { isTyping } from '../ui/is-typing.ts';

/** Around a table whose rows lead somewhere: J and K go from row to row while the focus is in it. */
export function WalkRows({ children }: { children: ReactNode }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={walk}>{children}</div>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { j: 1, k: -1 }[event.key.toLowerCase()];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const stops = [...event.currentTarget.querySelectorAll('tbody tr')].flatMap(
    (row) => row.querySelector<HTMLElement>('a, button') ?? [],
  );
  const at = stops.findIndex((stop) => stop.closest('tr')?.contains(document.activeElement));
  const next = at === -1 ? 0 : Math.min(Math.max(at + step, 0), stops.length - 1);
  stops[next]?.focus();
}
