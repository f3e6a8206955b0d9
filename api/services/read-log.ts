import { actId, actOf, type Act } from '../domain/act.ts';
import type { Instant } from '../domain/calendar.ts';
import type { ActStore } from '../persistence/stores/act.store.ts';
import type { Caller } from './caller.ts';
import { keyDigest } from './idempotency.ts';

/** Somebody of the shop looks at what is personal of a customer. */
export interface Look {
  readonly caller: Caller;
  readonly act: 'readCustomer' | 'readHistory';
  readonly customerId: string;
}

const HOUR = 3_600_000;
/** Some megabytes. Whoever is forgotten is recorded again, and found to be there. */
const MOST_REMEMBERED = 20_000;

/** Records who looked at whom: one act for each member of staff, customer and hour, however often they look. */
export class ReadLog {
  readonly #acts: ActStore;
  readonly #now: () => Instant;
  #hour = 0;
  /** The looks of this hour whose acts are known to be written. */
  readonly #written = new Set<string>();

  constructor(acts: ActStore, now: () => Instant) {
    this.#acts = acts;
    this.#now = now;
  }

  /** Whether it is durable already that they looked in this hour. */
  isNoted(look: Look): boolean {
    return hourOf(this.#now()) === this.#hour && this.#written.has(nameOf(look));
  }

  /** Resolves once it is durable that they looked. */
  async note(looks: readonly Look[]): Promise<void> {
    const at = this.#now();
    const hour = hourOf(at);
    if (hour !== this.#hour || this.#written.size > MOST_REMEMBERED) this.#written.clear();
    this.#hour = hour;
    const fresh = new Map<string, Act>();
    for (const look of looks) {
      const name = nameOf(look);
      if (!this.#written.has(name)) fresh.set(name, made(look, at, hour));
    }
    await this.#acts.note([...fresh.values()]);
    // In another hour they are to be written anew.
    if (hour === this.#hour) for (const name of fresh.keys()) this.#written.add(name);
  }
}

function hourOf(at: Instant): number {
  return Math.floor(at / HOUR);
}

function nameOf({ caller: { actor }, act, customerId }: Look): string {
  return [act, actor.id, customerId].join(' ');
}

function made({ caller, act, customerId }: Look, at: Instant, hour: number): Act {
  const once = keyDigest([caller.actor.id, customerId, hour].join(' '));
  return actOf(caller, { id: actId(act, once), at, act, subject: { kind: 'CUSTOMER', id: customerId } });
}
