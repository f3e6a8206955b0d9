import type { Instant } from '../domain/calendar.ts';
import type { Trust } from './clock.ts';

/** How far the clock of this machine may be from the time of the database, in milliseconds. */
export interface SkewBounds {
  /** Beyond it no credit is booked as expired. */
  readonly expiryMs: number;
  /** Beyond it nothing is written. */
  readonly writesMs: number;
}

export interface ClockParts {
  /** Asks the database's primary what time it is. */
  readonly ask: () => Promise<Instant>;
  /** Tells when it is another that is asked, until the returned function is called. */
  readonly whenAnother?: (tell: () => void) => () => void;
  /** What the clock of this machine says. */
  readonly wall: () => Instant;
  /** Milliseconds on a clock that only moves forward. */
  readonly elapsed: () => number;
  readonly bounds: SkewBounds;
  /** The skew went beyond a bound, or came back. */
  readonly onChange?: (trust: Trust, skewMs: number) => void;
}

const SAMPLES = 5;
const EVERY_MS = 60_000;
/** The clock of a machine is adjusted by less than this in a minute; more at once is a jump. */
const JUMP_MS = 200;
/** Between two measurements that jumps ask for. */
const PAUSE_MS = 1_000;

/**
 * The time of the database's primary: what it said when it was last asked, and what has passed since on a clock that nobody can
 * set. The clock of this machine is only compared with it. If the two are apart one of them is wrong, and what cannot be undone
 * is left undone; if they come apart suddenly the machine's clock was set, or the machine slept, and the primary is asked again.
 */
export class DatabaseClock {
  readonly #parts: ClockParts;
  /** What the primary's time is ahead of the elapsed one. */
  #offset = 0;
  #told = 0;
  /** The skew right after it was measured. */
  #measuredSkew = 0;
  #measuredAt = -Infinity;
  #measuring: Promise<void> | null = null;
  #trust: Trust = 'FULL';
  readonly #timer: NodeJS.Timeout;
  readonly #forget: () => void;

  private constructor(parts: ClockParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => void this.measure(), EVERY_MS).unref();
    this.#forget = parts.whenAnother?.(() => void this.measure()) ?? (() => {});
  }

  /** Asks the primary for the first time; throws when it does not answer. */
  static async open(parts: ClockParts): Promise<DatabaseClock> {
    const clock = new DatabaseClock(parts);
    try {
      await clock.#sample();
    } catch (error) {
      clock.stop();
      throw error;
    }
    return clock;
  }

  /**
   * Server time. Where it was ahead by no more than what writing is allowed with, it stands still until the right one has caught
   * up; beyond that nothing was written by it, and it goes back.
   */
  readonly now = (): Instant => {
    this.#look();
    const time = this.#time();
    const isAhead = this.#told > time && this.#told - time <= this.#parts.bounds.writesMs;
    if (!isAhead) this.#told = time;
    return this.#told;
  };

  /** What may be done at that time. */
  readonly trust = (): Trust => {
    this.#look();
    return this.#trust;
  };

  /** How far the clock of this machine is ahead, in milliseconds; negative when it is behind. */
  readonly skewMs = (): number => this.#parts.wall() - this.#time();

  /** Asks the primary again, unless that is under way. What was known stays if it does not answer. */
  measure(): Promise<void> {
    this.#measuring ??= this.#sample()
      .catch(() => {})
      .finally(() => (this.#measuring = null));
    return this.#measuring;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#forget();
  }

  #time(): Instant {
    return Math.floor(this.#parts.elapsed() + this.#offset);
  }

  #look(): void {
    const skew = this.skewMs();
    const hasJumped = Math.abs(skew - this.#measuredSkew) > JUMP_MS;
    if (hasJumped && this.#parts.elapsed() - this.#measuredAt > PAUSE_MS) {
      this.#measuredAt = this.#parts.elapsed();
      void this.measure();
    }
    const trust = trustIn(skew, this.#parts.bounds);
    if (trust === this.#trust) return;
    this.#trust = trust;
    this.#parts.onChange?.(trust, skew);
  }

  /** The quickest of a few answers says most exactly when it was given: half way between question and answer. */
  async #sample(): Promise<void> {
    const { ask, elapsed } = this.#parts;
    let quickest = Infinity;
    let offset = 0;
    for (let n = 0; n < SAMPLES; n += 1) {
      const asked = elapsed();
      const time = await ask();
      const took = elapsed() - asked;
      if (took >= quickest) continue;
      quickest = took;
      offset = time - (asked + took / 2);
    }
    this.#offset = offset;
    this.#measuredAt = elapsed();
    this.#measuredSkew = this.skewMs();
    this.#look();
  }
}

function trustIn(skewMs: number, { expiryMs, writesMs }: SkewBounds): Trust {
  const apart = Math.abs(skewMs);
  if (apart > writesMs) return 'NO_WRITES';
  return apart > expiryMs ? 'NO_EXPIRY' : 'FULL';
}
