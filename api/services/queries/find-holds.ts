import { walletIdOf } from '../../domain/wallet/entry-id.ts';
import { holdStory, type HoldStatus, type HoldStory } from '../../domain/wallet/hold-story.ts';
import { tallyOf } from '../../domain/wallet/running-totals.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { App } from '../app.ts';
import { findWallets } from './find-wallets.ts';

export interface HoldPage {
  /** Newest first. */
  readonly holds: readonly HoldStory[];
  /** Where the next page begins: after this position of the journal. Null where nothing comes after. */
  readonly next: number | null;
  /** How many holds the wallet has had, however they stand. */
  readonly totalCount: number;
}

type Found = Omit<HoldPage, 'totalCount'>;

interface HoldList {
  readonly statuses: readonly HoldStatus[] | null;
  readonly first: number;
  readonly after: number | undefined;
}

/** How many holds are looked at at once, and how often for one page. */
const LOOKED_AT = 100;
const MOST_LOOKS = 10;

/** What became of each of these holds, deadlines that are due included; missing where there is none. */
export async function findHolds(app: App, holdIds: readonly string[]): Promise<Map<string, HoldStory>> {
  // Looking at a wallet books what is due, as everywhere.
  await findWallets(app, [...new Set(holdIds.map(walletIdOf))]);
  return storiesOf(app, holdIds);
}

/** A page of a wallet's holds. Those that stand as asked for are looked for among the last thousand, and further on the next page. */
export async function holdPage(app: App, wallet: Wallet, list: HoldList): Promise<HoldPage> {
  const { statuses, first, after } = list;
  const isOnlyOpen = statuses !== null && statuses.every((status) => status === 'OPEN');
  const found = await (isOnlyOpen ? openPage(app, wallet, first, after) : anyPage(app, wallet, list));
  return { ...found, totalCount: tallyOf(wallet.running, ['hold']).count };
}

/** Open holds stand on the wallet itself. */
async function openPage({ stores }: App, wallet: Wallet, first: number, after = Infinity): Promise<Found> {
  const before = wallet.holds.filter(({ placedSeq }) => placedSeq < after).toReversed();
  if (before.length === 0) return { holds: [], next: null };
  const shown = before.slice(0, first);
  const entries = await stores.journal.ofHolds(shown.map(({ id }) => id));
  const holds = shown.flatMap(({ id }) => holdStory(id, entries) ?? []);
  return { holds, next: before.length > first ? (shown.at(-1)?.placedSeq ?? null) : null };
}

async function anyPage(app: App, wallet: Wallet, { statuses, first, after }: HoldList): Promise<Found> {
  const holds: HoldStory[] = [];
  let upToSeq = (after ?? wallet.seq + 1) - 1;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const range = { kinds: ['HOLD'], afterSeq: 0, upToSeq } as const;
    const placed = await app.stores.journal.range(wallet.id, range, 'NEWEST_FIRST', LOOKED_AT);
    const ids = placed.map(({ id }) => id);
    const stories = await storiesOf(app, ids);
    const matching = ids
      .flatMap((id) => stories.get(id) ?? [])
      .filter(({ status }) => isAsked(status, statuses));
    holds.push(...matching);
    const last = holds[first - 1];
    if (last && holds.length > first) return { holds: holds.slice(0, first), next: last.placed.seq };
    if (placed.length < LOOKED_AT) return { holds, next: null };
    upToSeq = (placed.at(-1)?.seq ?? 1) - 1;
  }
  return { holds, next: upToSeq + 1 };
}

function isAsked(status: HoldStatus, statuses: readonly HoldStatus[] | null): boolean {
  return statuses === null || statuses.length === 0 || statuses.includes(status);
}

async function storiesOf({ stores }: App, holdIds: readonly string[]): Promise<Map<string, HoldStory>> {
  if (holdIds.length === 0) return new Map();
  const entries = await stores.journal.ofHolds(holdIds);
  const byHold = new Map(holdIds.map((id) => [id, [] as (typeof entries)[number][]]));
  for (const entry of entries) {
    const hold = 'holdId' in entry && entry.holdId !== undefined ? entry.holdId : entry.id;
    byHold.get(hold)?.push(entry);
  }
  return new Map(
    [...byHold].flatMap(([id, own]) => {
      const story = holdStory(id, own);
      return story ? [[id, story]] : [];
    }),
  );
}
