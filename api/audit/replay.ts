import type { Entry, Extension, HoldEntry } from '../domain/wallet/entries.ts';
import { byOrderOfUse, type Draw, type Lot, type LotFacts } from '../domain/wallet/lots.ts';
import type { WalletStatus } from '../domain/wallet/wallet.ts';

/** A hold that is open by its entries, and what it still keeps, in the order of use. */
export interface ReplayedHold {
  readonly placed: HoldEntry;
  readonly kept: readonly Draw[];
}

/** One entry, and the wallet just before and after it as the entries themselves tell it. */
export interface Step {
  readonly entry: Entry;
  readonly previous: Entry | null;
  readonly status: WalletStatus;
  /** Open lots in their order of use, before the entry. */
  readonly before: readonly Lot[];
  readonly after: readonly Lot[];
  /** Open holds before the entry, in the order of their placing. */
  readonly holds: readonly ReplayedHold[];
}

/**
 * Goes through a journal with lots that believe every entry, also one that takes what is not there. Unlike the fold, which
 * stops at the first thing that does not follow, it can say what is wrong with each entry. Keeps open lots only.
 */
export class Replay {
  #previous: Entry | null = null;
  #status: WalletStatus = 'ACTIVE';
  #lots: readonly Lot[] = [];
  #holds: readonly ReplayedHold[] = [];

  get last(): Entry | null {
    return this.#previous;
  }

  get status(): WalletStatus {
    return this.#status;
  }

  get lots(): readonly Lot[] {
    return this.#lots;
  }

  get holds(): readonly ReplayedHold[] {
    return this.#holds;
  }

  add(entry: Entry): Step {
    const after = lotsAfter(this.#lots, entry);
    const [previous, status, holds] = [this.#previous, this.#status, this.#holds];
    const step = { entry, previous, status, before: this.#lots, after, holds };
    this.#holds = holdsAfter(holds, entry);
    this.#previous = entry;
    this.#lots = after;
    if (entry.kind === 'STATUS') this.#status = entry.status;
    return step;
  }
}

function lotsAfter(lots: readonly Lot[], entry: Entry): readonly Lot[] {
  switch (entry.kind) {
    case 'CREDIT':
      return moved(lots, entry.lot, entry.amount);
    case 'DEBIT':
    case 'REVERSAL':
      return entry.holdId === undefined ? drawn(lots, entry.draws) : lots;
    case 'EXPIRY':
    case 'HOLD':
      return drawn(lots, entry.draws);
    case 'REFUND':
    case 'RELEASE':
      return entry.restores.reduce((held, { lot, amount }) => moved(held, lot, amount), lots);
    case 'EXTENSION':
      return extended(lots, new Map(entry.extended.map(({ lot, to }) => [lot, to])));
    case 'OPEN':
    case 'STATUS':
    case 'SETTLEMENT':
    case 'PURCHASE':
      return lots;
  }
}

/** What a lot holds may become anything but nothing; then it is no longer open. */
function moved(lots: readonly Lot[], facts: LotFacts, amount: bigint): readonly Lot[] {
  const at = lots.findIndex((lot) => lot.id === facts.id);
  const held = lots[at];
  if (!held) return [...lots, { ...facts, remaining: amount }].sort(byOrderOfUse);
  const remaining = held.remaining + amount;
  return remaining === 0n ? lots.toSpliced(at, 1) : lots.with(at, { ...held, remaining });
}

function extended(lots: readonly Lot[], to: ReadonlyMap<string, number>): readonly Lot[] {
  return lots.map((lot) => ({ ...lot, expiresAt: to.get(lot.id) ?? lot.expiresAt })).sort(byOrderOfUse);
}

function drawn(lots: readonly Lot[], draws: readonly Draw[]): readonly Lot[] {
  return draws.reduce((held, { lot, amount }) => moved(held, lot, -amount), lots);
}

/** Believes every entry, as with lots: a hold that nobody placed is not there, and one that keeps nothing is no longer open. */
function holdsAfter(holds: readonly ReplayedHold[], entry: Entry): readonly ReplayedHold[] {
  if (entry.kind === 'HOLD') return [...holds, { placed: entry, kept: entry.draws }];
  if (holds.length === 0) return holds;
  if (entry.kind === 'DEBIT' || entry.kind === 'REVERSAL')
    return holds.flatMap((hold) => captured(hold, entry.holdId, entry.draws));
  if (entry.kind === 'RELEASE') return holds.flatMap((hold) => captured(hold, entry.holdId, entry.restores));
  return entry.kind === 'EXTENSION' ? holds.map((hold) => extendedHold(hold, entry.extended)) : holds;
}

function captured(hold: ReplayedHold, holdId: string | undefined, parts: readonly Draw[]): ReplayedHold[] {
  if (hold.placed.id !== holdId) return [hold];
  const taken = new Map(parts.map(({ lot, amount }) => [lot.id, amount]));
  const kept = hold.kept.flatMap(({ lot, amount }) => {
    const left = amount - (taken.get(lot.id) ?? 0n);
    return left === 0n ? [] : [{ lot, amount: left }];
  });
  return kept.length === 0 ? [] : [{ ...hold, kept }];
}

function extendedHold(hold: ReplayedHold, moves: readonly Extension[]): ReplayedHold {
  const to = new Map(moves.map((move) => [move.lot, move.to]));
  const kept = hold.kept.map(({ lot, amount }) => {
    return { lot: { ...lot, expiresAt: to.get(lot.id) ?? lot.expiresAt }, amount };
  });
  return { ...hold, kept: kept.sort((a, b) => byOrderOfUse(a.lot, b.lot)) };
}
