import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { isInDialog, isTyping } from '../ui/is-typing.ts';
import { FIND_KEY, ShortcutBoardProvider } from '../ui/shortcuts.tsx';
import type { Shortcut, ShortcutBoard } from '../ui/shortcuts.tsx';
import { Palette } from './palette.tsx';
import type { Place } from './places.ts';
import { readSingleKeys, writeSingleKeys } from './single-keys.ts';
import { ShortcutSheet } from './shortcut-sheet.tsx';

/** How long the first of two keys waits for the second. */
const PAIR_MS = 1_500;

export interface ShortcutsProps {
  places: readonly Place[];
  children: (open: { palette: () => void; sheet: () => void }) => ReactNode;
}

/**
 * The keys of the console: one leads to a place or begins an act, Ctrl or Cmd with K opens all that can be done. Single keys can be
 * switched off, for who speaks to the computer or presses keys by mistake. No key means anything while somebody types.
 */
export function Shortcuts({ places, children }: ShortcutsProps) {
  const navigate = useNavigate();
  const [shown, setShown] = useState<'palette' | 'sheet' | null>(null);
  const [singleKeys, setSingleKeys] = useState(readSingleKeys);
  const [onPage, setOnPage] = useState<readonly Shortcut[]>([]);
  const [board] = useState<ShortcutBoard>(() => ({
    add(shortcut) {
      setOnPage((before) => [...before, shortcut]);
      return () => setOnPage((before) => before.filter((one) => one !== shortcut));
    },
  }));
  const meantBy = (keys: string): (() => void) | undefined => {
    if (keys === '?') return () => setShown('sheet');
    const place = places.find(({ key }) => key !== undefined && `g ${key}` === keys);
    if (place !== undefined) return () => void navigate(place.to);
    return onPage.find((shortcut) => shortcut.keys === keys)?.run.current;
  };
  useKeys((keys) => {
    const todo = keys === 'mod k' ? () => setShown('palette') : singleKeys ? meantBy(keys) : undefined;
    todo?.();
    return todo !== undefined;
  });
  const listed = onPage.filter(({ keys }) => keys !== FIND_KEY);
  const close = (): void => setShown(null);
  return (
    <ShortcutBoardProvider value={board}>
      {children({ palette: () => setShown('palette'), sheet: () => setShown('sheet') })}
      {shown === 'palette' && <Palette places={places} onPage={listed} onClose={close} />}
      {shown === 'sheet' && (
        <ShortcutSheet
          places={places}
          onPage={listed}
          singleKeys={singleKeys}
          onSingleKeys={(on) => {
            writeSingleKeys(on);
            setSingleKeys(on);
          }}
          onClose={close}
        />
      )}
    </ShortcutBoardProvider>
  );
}

/** Tells what was pressed: "c", "?", "g h" for two in a row, or "mod k". What means nothing keeps its meaning for the browser. */
function useKeys(onKeys: (keys: string) => boolean): void {
  const latest = useRef(onKeys);
  useEffect(() => {
    latest.current = onKeys;
  });
  useEffect(() => {
    let first: { key: string; at: number } | null = null;
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || event.isComposing) return;
      const isMod = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (isMod ? key !== 'k' || isInDialog(event.target) : key.length !== 1 || isTyping(event.target))
        return;
      const isSecond = first?.key === 'g' && event.timeStamp - first.at < PAIR_MS;
      first = isSecond || isMod ? null : { key, at: event.timeStamp };
      // A key that opens a field to type in must not be the first that is typed there.
      if (latest.current(isMod ? 'mod k' : isSecond ? `g ${key}` : key)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
