/** How many exports run side by side: a reader who takes his time must not keep all others waiting. */
export class ExportSlots {
  readonly #running = new Map<string, number>();
  readonly #most: number;
  readonly #mostEach: number;
  #taken = 0;

  constructor(limits: { readonly most: number; readonly mostEach: number }) {
    this.#most = limits.most;
    this.#mostEach = limits.mostEach;
  }

  /** Takes a place for a caller and answers how to give it back, once; null when there is none. */
  take(subject: string): (() => void) | null {
    const own = this.#running.get(subject) ?? 0;
    if (this.#taken >= this.#most || own >= this.#mostEach) return null;
    this.#taken += 1;
    this.#running.set(subject, own + 1);
    let isTaken = true;
    return () => {
      if (isTaken) this.#giveBack(subject);
      isTaken = false;
    };
  }

  #giveBack(subject: string): void {
    const own = (this.#running.get(subject) ?? 0) - 1;
    this.#taken -= 1;
    if (own > 0) this.#running.set(subject, own);
    else this.#running.delete(subject);
  }
}
