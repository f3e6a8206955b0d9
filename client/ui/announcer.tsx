import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface Announce {
  /** Results and progress: waits until the screen reader is done with its sentence. */
  politely(text: string): void;
  /** Failures of something that matters: said at once. */
  urgently(text: string): void;
}

const AnnounceContext = createContext<Announce>({ politely: () => undefined, urgently: () => undefined });

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

/** The two live regions of the app. They are there from the start, for a region that appears with its text is missed. */
export function Announcer({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useMessage();
  const [urgent, setUrgent] = useMessage();
  const announce = useMemo(() => ({ politely: setPolite, urgently: setUrgent }), [setPolite, setUrgent]);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      {/* An open dialog makes the page behind it inert, except what is marked like this: it is to be heard from there too. */}
      <div data-live-announcer="true">
        <VisuallyHidden>
          <span role="status">{polite}</span>
          <span role="alert">{urgent}</span>
        </VisuallyHidden>
      </div>
    </AnnounceContext.Provider>
  );
}

/** The same sentence twice in a row would go unnoticed; an invisible mark makes every second one differ. */
function useMessage(): [string, (text: string) => void] {
  const [message, setMessage] = useState('');
  const say = useCallback((text: string) => {
    setMessage((last) => (last === text ? `${text}\u00a0` : text));
  }, []);
  return [message, say];
}
