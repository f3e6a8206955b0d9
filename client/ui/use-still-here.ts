import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Whether the screen that asked for something is still there when the answer comes: nobody who went on is taken back. */
export function useStillHere(): Readonly<RefObject<boolean>> {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return here;
}
