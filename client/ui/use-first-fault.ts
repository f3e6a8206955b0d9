import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** The form, and what takes the reader to its first fault, where it is read out, once the faults are marked. */
export function useFirstFault(): [RefObject<HTMLFormElement | null>, () => void] {
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  return [form, () => setTries((before) => before + 1)];
}
