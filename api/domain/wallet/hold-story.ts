import type { Instant } from '../calendar.ts';
import { sum, type Paise } from '../money.ts';
import type { DebitEntry, Entry, HoldEntry, ReleaseEntry, ReversalEntry } from './entries.ts';
import type { Draw } from './lots.ts';

/** How a hold ended: it ends exactly once (product rule 16). */
export type EndedHold = 'CAPTURED' | 'RELEASED' | 'EXPIRED';
export type HoldStatus = 'OPEN' | EndedHold;

/** What became of a hold, as its entries tell it. Amounts are in paise. */
export interface HoldStory {
  readonly placed: HoldEntry;
  readonly status: HoldStatus;
  readonly captured: Paise;
  readonly released: Paise;
  /** What it still keeps. */
  readonly open: Paise;
  readonly endedAt: Instant | null;
  /** By which it was captured or taken, oldest first. */
  readonly captures: readonly (DebitEntry | ReversalEntry)[];
  readonly release: ReleaseEntry | null;
}

/** Puts together what the entries of one hold say, in any order; null where its placing is not among them. */
export function holdStory(holdId: string, entries: readonly Entry[]): HoldStory | null {
  const placed = entries.find((entry) => entry.kind === 'HOLD' && entry.id === holdId);
  if (placed?.kind !== 'HOLD') return null;
  const captures = entries
    .filter((entry) => entry.kind === 'DEBIT' || entry.kind === 'REVERSAL')
    .filter((entry) => entry.holdId === holdId)
    .sort((a, b) => a.seq - b.seq);
  const release =
    entries.filter((entry) => entry.kind === 'RELEASE').find((r) => r.holdId === holdId) ?? null;
  const captured = sum(captures.map(({ amount }) => amount));
  const released = release?.amount ?? 0n;
  const open = placed.amount - captured - released;
  const status = open > 0n ? 'OPEN' : endOf(release);
  const last = release ?? captures.at(-1) ?? null;
  const endedAt = status === 'OPEN' ? null : (last?.at ?? null);
  return { placed, status, captured, released, open, endedAt, captures, release };
}

/** What a hold still keeps of each lot that it drew, in the order in which it drew them. */
export function keptParts({ placed, captures, release }: HoldStory): Draw[] {
  if (release) return [];
  const taken = captures.flatMap(({ draws }) => draws);
  return placed.draws.flatMap(({ lot, amount }) => {
    const left = amount - sum(taken.map((draw) => (draw.lot.id === lot.id ? draw.amount : 0n)));
    return left > 0n ? [{ lot, amount: left }] : [];
  });
}

function endOf(release: ReleaseEntry | null): EndedHold {
  return release === null || release.cause === 'REST' ? 'CAPTURED' : release.cause;
}
