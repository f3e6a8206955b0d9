import { useLayoutEffect, type ReactNode } from 'react';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { sharedWords } from '../words/words.ts';
import { useWords } from '../words/use-words.ts';

/** While the app finds out who is there: what the page has painted itself stays, and is told to who can't see it. */
export function Opening() {
  const { app } = useWords(sharedWords);
  return (
    <VisuallyHidden>
      <span role="status">{app.opening}</span>
    </VisuallyHidden>
  );
}

/** Around the first real screen: it takes the place of what the page has painted itself. */
export function Arrived({ children }: { children: ReactNode }) {
  useLayoutEffect(() => document.getElementById('shell')?.remove(), []);
  return children;
}
