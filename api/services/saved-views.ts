import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { withoutView, withView, type SavedView } from '../domain/saved-view.ts';
import { TryAgain } from '../ledger/errors.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Refused } from './outcome.ts';

/** As often may another tab of the same person be faster. After each time it waits a while by chance, so that many get by each other. */
const MOST_ATTEMPTS = 25;
const SHORTEST_WAIT_MS = 10;

export interface ViewsKept {
  readonly views: readonly SavedView[];
}

/** The caller's own views, by name. */
export async function savedViews({ stores }: App, { actor }: Caller): Promise<readonly SavedView[]> {
  return (await stores.savedViews.of(actor.id)).views;
}

/** Keeps a view under its name, in the place of the one that has it. */
export function saveView(
  app: App,
  caller: Caller,
  view: Omit<SavedView, 'savedAt'>,
): Promise<ViewsKept | Refused> {
  return change(app, caller, (views) => withView(views, { ...view, savedAt: app.now() }));
}

/** Keeps a view no longer; one that is not there is gone already. */
export function removeView(app: App, caller: Caller, name: string): Promise<ViewsKept | Refused> {
  return change(app, caller, (views) => withoutView(views, name));
}

async function change(
  { stores }: App,
  { actor }: Caller,
  to: (views: readonly SavedView[]) => readonly SavedView[] | Refusal,
): Promise<ViewsKept | Refused> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const kept = await stores.savedViews.of(actor.id);
    const views = to(kept.views);
    if (isRefusal(views)) return { refused: views };
    if (await stores.savedViews.replace(actor.id, kept, views)) return { views };
    await sleep(randomInt(SHORTEST_WAIT_MS * attempt));
  }
  throw new TryAgain('the same views were being changed elsewhere.');
}
