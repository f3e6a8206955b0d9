import type { App } from './app.ts';

const TOGETHER = 100;

export interface GivenCodes {
  readonly given: number;
  /** The wallet after which to go on; null when there is nothing left to do. */
  readonly next: string | null;
}

/**
 * Gives codes to wallets that versions opened which knew none: once all of them, a page at a time in the order of their ids, and
 * from then on those that such a version has opened since. `after` is the wallet after which the page begins, empty at first.
 */
export async function giveShortCodes(
  { stores: { shortCodes }, ids }: App,
  after: string,
): Promise<GivenCodes> {
  const isThrough = await shortCodes.areGiven();
  const without = isThrough
    ? await shortCodes.newestWithout(TOGETHER)
    : await shortCodes.without(after, TOGETHER);
  if (without.length > 0) await shortCodes.of(without, ids.shortCodes);
  const isMore = !isThrough && without.length === TOGETHER;
  if (!isThrough && !isMore) await shortCodes.noteGiven();
  return { given: without.length, next: isMore ? (without.at(-1) ?? null) : null };
}
