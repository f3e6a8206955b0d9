import { createContext, useContext, useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Leads to the search, on every page. */
export const FIND_KEY = '/';

/** A key that does something on the page that is open, and what it does. */
export interface Shortcut {
  /** One key, such as "c", or two in a row, such as "g h". */
  keys: string;
  name: string;
  run: RefObject<() => void>;
}

export interface ShortcutBoard {
  add: (shortcut: Shortcut) => () => void;
}

const BoardContext = createContext<ShortcutBoard>({ add: () => () => undefined });

export const ShortcutBoardProvider = BoardContext.Provider;

/** As long as the component is there, the keys do this. */
export function useShortcut(keys: string, name: string, run: () => void): void {
  const board = useContext(BoardContext);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => board.add({ keys, name, run: latest }), [board, keys, name]);
}
