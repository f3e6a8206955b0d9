import type { HoldConnection } from '../../../schema/hold/hold-connection.type.ts';
import type { Hold } from '../../../schema/hold/hold.type.ts';
import type { Money } from '../../../schema/money/money.type.ts';
import type { HoldEntry } from '../../domain/wallet/entries.ts';
import type { HoldStory } from '../../domain/wallet/hold-story.ts';
import type { HoldPage } from '../../services/queries/find-holds.ts';
import { connectionOf } from '../connection.ts';
import { holdCursors } from '../cursor.ts';
import { globalId } from '../global-id.ts';
import { presentMoney } from './money.presenter.ts';

/**
 * A hold as the API says it. What it was placed with costs nothing; what has become of it since is looked up when it is asked for,
 * unless it is at hand.
 */
export class HoldView implements Hold {
  readonly placed: HoldEntry;
  #story: Promise<HoldStory> | null;

  constructor(placed: HoldEntry, story: HoldStory | null = null) {
    this.placed = placed;
    this.#story = story && Promise.resolve(story);
  }

  get id(): string {
    return globalId('Hold', this.placed.id);
  }

  get orderId(): string | null {
    return this.placed.orderId;
  }

  get reason(): Hold['reason'] {
    return this.placed.purpose;
  }

  get amount(): Money {
    return presentMoney(this.placed.amount);
  }

  get placedAt(): number {
    return this.placed.at;
  }

  get expiresAt(): number | null {
    return this.placed.deadline;
  }

  /** What has become of it, found once. */
  story(find: (holdId: string) => Promise<HoldStory | null>): Promise<HoldStory> {
    return (this.#story ??= found(this.placed.id, find));
  }
}

async function found(id: string, find: (holdId: string) => Promise<HoldStory | null>): Promise<HoldStory> {
  const story = await find(id);
  if (!story) throw new Error(`There is no hold ${id}.`);
  return story;
}

export function presentHold(story: HoldStory): HoldView {
  return new HoldView(story.placed, story);
}

/** A page of one wallet's holds. */
export function presentHolds(
  walletId: string,
  { holds, next, totalCount }: HoldPage,
  hasPreviousPage: boolean,
): HoldConnection {
  const cursors = holdCursors(walletId);
  const edges = holds.map((hold) => ({ cursor: cursors.of(hold.placed.seq), node: presentHold(hold) }));
  const page = connectionOf(edges, { hasNextPage: next !== null, hasPreviousPage });
  // Where those that were looked at do not stand as asked for, the page ends after the last of them all the same.
  const endCursor = next === null ? page.pageInfo.endCursor : cursors.of(next);
  return { ...page, pageInfo: { ...page.pageInfo, endCursor }, totalCount };
}
