import { actId, actOf } from '../domain/act.ts';
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
  /** The acts of this hour that are known to be written. */
  readonly #written = new Set<string>();

  constructor(acts: ActStore, now: () => Instant) {
    this.#acts = acts;
    this.#now = now;
  }

  /** Resolves once it is durable that they looked. */
  async note(looks: readonly Look[]): Promise<void> {
    const at = this.#now();
    const hour = Math.floor(at / HOUR);
    if (hour !== this.#hour || this.#written.size > MOST_REMEMBERED) this.#written.clear();
    this.#hour = hour;
    const fresh = new Map(
      looks.map(({ caller, act, customerId }) => {
        const once = keyDigest([caller.actor.id, customerId, hour].join(' '));
        const subject = { kind: 'CUSTOMER', id: customerId } as const;
        const made = actOf(caller, { id: actId(act, once), at, act, subject });
        return [made.id, made];
      }),
    );
    for (const id of fresh.keys()) if (this.#written.has(id)) fresh.delete(id);
    await this.#acts.note([...fresh.values()]);
    for (const id of fresh.keys()) this.#written.add(id);
  }
}
