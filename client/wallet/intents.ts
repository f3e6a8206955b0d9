import { createContext, useContext } from 'react';
import { hexOf } from '../format/hex.ts';
import { isRecord } from '../session/auth-api.ts';

/** Under which idempotency key a wish goes to the shop, until its outcome is final. */
export interface Intents {
  /** The key under which this wish was sent before, else a new one. From here on nobody knows what became of it. */
  keyOf(wish: Wish): string;
  /** Whether it was sent and nobody knows what became of it, in this window or another. */
  isOpen(wish: Wish): boolean;
  /** All that are open and begin like this, such as every payment of one order: what each says beyond that. */
  openOf(beginning: Wish): Wish[];
  /** It was not done. Wished again, it goes out under the same key. */
  notDone(wish: Wish): void;
  /** The outcome is final: the same wish once more is another intent. */
  settle(wish: Wish): void;
}

/** Who wishes for what, from the general to the particular: account, act, order, amount. */
export type Wish = readonly string[];

interface Kept {
  key: string;
  /** Epoch milliseconds. */
  at: number;
  notDone?: boolean;
}

/** Only wishes whose answer never came are kept for so long; all others are settled within seconds. */
const KEPT_FOR_MS = 30 * 86_400_000;
const STORE_KEY = 'early-bird.intents';

const IntentsContext = createContext<Intents | null>(null);

export const IntentsProvider = IntentsContext.Provider;

export function useIntents(): Intents {
  const intents = useContext(IntentsContext);
  if (intents === null) throw new Error('IntentsProvider is missing above this component.');
  return intents;
}

/**
 * The keys outlive the page: after a reload, in another window, or back from a lost connection the same wish is sent under the
 * same key, and the shop answers what it answered before instead of doing it again.
 */
export function createIntents(storage: Storage | null, now: () => number): Intents {
  // Where nothing may be stored, they outlive the component at least.
  let memory: Record<string, Kept> = {};
  function read(): Record<string, Kept> {
    const kept = Object.entries(parse(storage?.getItem(STORE_KEY)) ?? memory);
    return Object.fromEntries(kept.filter(([, { at }]) => now() - at < KEPT_FOR_MS));
  }
  function write(next: Record<string, Kept>): void {
    memory = next;
    try {
      storage?.setItem(STORE_KEY, JSON.stringify(next));
    } catch {
      // A full storage costs the memory of this wish over a reload.
    }
  }
  return {
    keyOf(wish) {
      const kept = read();
      const name = nameOf(wish);
      const { key, at } = kept[name] ?? { key: newKey(), at: now() };
      write({ ...kept, [name]: { key, at } });
      return key;
    },
    isOpen(wish) {
      const kept = read()[nameOf(wish)];
      return kept !== undefined && kept.notDone !== true;
    },
    openOf(beginning) {
      const open = Object.entries(read()).filter(([, { notDone }]) => notDone !== true);
      return open
        .map(([name]) => wishOf(name))
        .filter((wish) => beginning.every((part, index) => wish[index] === part))
        .map((wish) => wish.slice(beginning.length));
    },
    notDone(wish) {
      const kept = read();
      const name = nameOf(wish);
      if (kept[name]) write({ ...kept, [name]: { ...kept[name], notDone: true } });
    },
    settle(wish) {
      const { [nameOf(wish)]: _settled, ...others } = read();
      write(others);
    },
  };
}

function nameOf(wish: Wish): string {
  return JSON.stringify(wish);
}

function wishOf(name: string): Wish {
  try {
    const parts: unknown = JSON.parse(name);
    return Array.isArray(parts) ? parts.map(String) : [];
  } catch {
    return [];
  }
}

/** What does not look like ours is as if it were not there: nobody is kept from paying by what stands in a storage. */
function parse(text: string | null | undefined): Record<string, Kept> | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (!isRecord(value)) return null;
    const entries = Object.entries(value).filter((entry): entry is [string, Kept] => isKept(entry[1]));
    return Object.fromEntries(entries);
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is Kept {
  return isRecord(value) && typeof value['key'] === 'string' && typeof value['at'] === 'number';
}

/** 32 hexadecimal digits. `crypto.randomUUID` would do, but not on a plain-HTTP address in the local network. */
function newKey(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(16)));
}
