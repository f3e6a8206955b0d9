import type { Entry } from '../domain/wallet/entries.ts';
import { byOrderOfUse, type Lot, type LotFacts } from '../domain/wallet/lots.ts';
import type { WalletStatus } from '../domain/wallet/wallet.ts';

/** One entry, and the wallet just before and after it as the entries themselves tell it. */
export interface Step {
  readonly entry: Entry;
  readonly previous: Entry | null;
  readonly status: WalletStatus;
  /** Open lots in their order of use, before the entry. */
  readonly before: readonly Lot[];
  readonly after: readonly Lot[];
}

/**
 * Goes through a journal with lots that believe every entry, also one that takes what is not there. Unlike the fold, which
 * stops at the first thing that does not follow, it can say what is wrong with each entry. Keeps open lots only.
 */
export class Replay {
  #previous: Entry | null = null;
  #status: WalletStatus = 'ACTIVE';
  #lots: readonly Lot[] = [];

  get last(): Entry | null {
    return this.#previous;
  }

  get status(): WalletStatus {
    return this.#status;
  }

  get lots(): readonly Lot[] {
    return this.#lots;
  }

  add(entry: Entry): Step {
    const after = lotsAfter(this.#lots, entry);
    const step = { entry, previous: this.#previous, status: this.#status, before: this.#lots, after };
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
    case 'EXPIRY':
    case 'REVERSAL':
      return entry.draws.reduce((held, { lot, amount }) => moved(held, lot, -amount), lots);
    case 'REFUND':
      return entry.restores.reduce((held, { lot, amount }) => moved(held, lot, amount), lots);
    case 'EXTENSION':
      return extended(lots, new Map(entry.extended.map(({ lot, to }) => [lot, to])));
    case 'OPEN':
    case 'STATUS':
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
