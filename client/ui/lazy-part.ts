import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';

/** A part of the app that the server no longer has, or that did not get through. */
export class MissingPart extends Error {
  override readonly name = 'MissingPart';
}

export interface Page {
  /** Which build this page runs: another one has another entry file. */
  build: string;
  /** For this window, over reloads. */
  storage: Storage | null;
  isOnline: () => boolean;
  reload: () => void;
}

const STORE_KEY = 'early-bird.reloaded-builds';

/**
 * Brings a part of the app. A shop that has just got a new version no longer has the parts of the old one; the page is then loaded
 * again, which brings the new version. Each build does so once: where that did not help, the part is missing and the screen says so.
 */
export async function bringPart<Part>(bring: () => Promise<Part>, page: Page): Promise<Part> {
  try {
    return await bring();
  } catch (cause) {
    if (!page.isOnline() || !mayReload(page))
      throw new MissingPart('A part of the app is missing.', { cause });
    page.reload();
    // The page is about to go; nothing flashes up before.
    return new Promise(() => undefined);
  }
}

/** Where it cannot be remembered that it was tried, it is not tried: it could go on for ever. */
function mayReload({ build, storage }: Page): boolean {
  try {
    const tried = (storage?.getItem(STORE_KEY) ?? '').split(' ');
    if (storage === null || tried.includes(build)) return false;
    storage.setItem(STORE_KEY, [...tried, build].join(' ').trim());
    return storage.getItem(STORE_KEY) !== null;
  } catch {
    return false;
  }
}

export type LazyPart<Props> = LazyExoticComponent<ComponentType<Props>> & {
  /** Begins to bring it before it is asked for. Where that fails nothing happens yet: it is brought again when it is asked for. */
  ahead: () => void;
};

/** A part that comes when it is asked for. */
export function lazyPart<Props>(bring: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  const part = lazy(async () => ({ default: await bringPart(bring, thisPage()) }));
  return Object.assign(part, { ahead: () => void bring().catch(() => undefined) });
}

function thisPage(): Page {
  return {
    build: document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? 'development',
    storage: sessionStorageOrNull(),
    isOnline: () => navigator.onLine,
    reload: () => window.location.reload(),
  };
}

function sessionStorageOrNull(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
