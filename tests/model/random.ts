/** Chance that can be repeated: the same seed makes the same choices. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** A whole number from 0 to `below` - 1. */
  below(below: number): number {
    // Mulberry32: small, fast and even enough to choose by.
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  /** True so many times in a hundred. */
  percent(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new Error('There is nothing to pick from.');
    return from[this.below(from.length)] as T;
  }

  /** So many different ones, in any order; fewer when there are fewer. */
  some<T>(from: readonly T[], count: number): T[] {
    const left = [...from];
    const chosen: T[] = [];
    while (chosen.length < count && left.length > 0) chosen.push(...left.splice(this.below(left.length), 1));
    return chosen;
  }

  /** One of the names, each as often as its share says. */
  share<N extends string>(shares: Readonly<Record<N, number>>): N {
    const entries = Object.entries<number>(shares) as [N, number][];
    let drawn = this.below(entries.reduce((sum, [, share]) => sum + share, 0));
    for (const [name, share] of entries) {
      if (drawn < share) return name;
      drawn -= share;
    }
    throw new Error('Every share was passed over.');
  }
}
