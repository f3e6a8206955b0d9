import type { Wallet } from '../domain/wallet/wallet.ts';

/** In lots, of which this many take some tens of megabytes. */
const MOST_WEIGHT = 200_000;
/** What a wallet without any weighs: its totals, months and times take about as much as this many. */
const EMPTY_WALLET = 8;
const LONGEST_REST = 256;

/**
 * Wallets as this process last read or wrote them. A memory may be out of date, because other processes write too, so
 * what is decided on it counts only when it is written under the guard of the version. While others keep changing the
 * same wallets, remembering costs more than it saves, and the memory rests for a while.
 */
export class WalletMemory {
  readonly #wallets = new Map<string, Wallet>();
  #weight = 0;
  /** For how many batches nothing is recalled. */
  #rest = 0;
  #lastRest = 0;

  /** What is remembered of these wallets. */
  recall(ids: readonly string[]): Map<string, Wallet> {
    const recalled = new Map<string, Wallet>();
    if (this.#rest > 0) return recalled;
    for (const id of ids) {
      const wallet = this.#wallets.get(id);
      if (wallet) recalled.set(id, wallet);
    }
    return recalled;
  }

  /** Remembers wallets that were read or whose commit is known; the ones unused for longest make room. */
  keep(wallets: Iterable<Wallet>): void {
    for (const wallet of wallets) {
      this.#drop(wallet.id);
      this.#wallets.set(wallet.id, wallet);
      this.#weight += weightOf(wallet);
    }
    for (const id of this.#wallets.keys()) {
      if (this.#weight <= MOST_WEIGHT) break;
      this.#drop(id);
    }
  }

  forget(ids: readonly string[]): void {
    for (const id of ids) this.#drop(id);
  }

  /** Nothing that a batch recalled was out of date, or it had nothing to recall. */
  proved(): void {
    if (this.#rest > 0) this.#rest -= 1;
    else this.#lastRest = Math.floor(this.#lastRest / 2);
  }

  /** Something that a batch recalled was out of date. */
  failed(): void {
    this.#lastRest = Math.min(LONGEST_REST, Math.max(1, this.#lastRest * 2));
    this.#rest = this.#lastRest;
  }

  #drop(id: string): void {
    const wallet = this.#wallets.get(id);
    if (!wallet) return;
    this.#wallets.delete(id);
    this.#weight -= weightOf(wallet);
  }
}

/** A wallet takes room with or without lots. */
function weightOf({ lots, holds, extensions, monthlySpend }: Wallet): number {
  const held = holds.reduce((total, { draws }) => total + 1 + draws.length, 0);
  return EMPTY_WALLET + lots.length + held + extensions.length + Math.ceil(monthlySpend.length / 4);
}
