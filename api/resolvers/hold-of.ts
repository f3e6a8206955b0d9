import type { Loaders } from './loaders.ts';
import { presentHold, type HoldView } from './presenters/hold.presenter.ts';

/** The hold that an entry places or names, which is always there. */
export async function holdOf({ holds }: Loaders, holdId: string): Promise<HoldView> {
  const story = await holds.load(holdId);
  if (!story) throw new Error(`There is no hold ${holdId}.`);
  return presentHold(story);
}
