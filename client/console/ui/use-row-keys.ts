import { useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';

export interface RowKeys {
  ref: RefObject<HTMLDivElement | null>;
  onKeyDown: (event: KeyboardEvent) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Where the first link of a row has the focus, the arrows take it to that of the next row or the one before; Enter follows it as ever. */
export function useRowKeys(): RowKeys {
  const ref = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined || ref.current === null) return;
    const links = [...ref.current.querySelectorAll<HTMLElement>('tbody td:first-child a')];
    const at = links.findIndex((link) => link === document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    links[at + step]?.focus();
  };
  return { ref, onKeyDown };
}
