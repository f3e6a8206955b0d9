import type { Actor } from '../actor.ts';
import type { Instant } from '../calendar.ts';
import type { Paise } from '../money.ts';
import type { Policy } from '../policy.ts';
import { heldChange, signedAmount, type Entry, type ExpiryEntry } from './entries.ts';
import { evolve, expired } from './evolve.ts';
import { heldBy } from './holds.ts';
import { counted, movementOf, type RunningTotals } from './running-totals.ts';
import { timeOf, type Wallet } from './wallet.ts';

/** Who asks, when, by which rules, and under which name the answer is written down. */
export interface DecideContext {
  readonly now: Instant;
  readonly policy: Policy;
  readonly actor: Actor;
  readonly requestId: string;
  /** The id of the entry that answers the command; what the wallet books by itself gets derived names. */
  readonly entryId: string;
  readonly intent: string | null;
}

type Filled = 'walletId' | 'seq' | 'at' | 'balanceAfter' | 'heldAfter' | 'running' | 'requestId';
/** An entry as far as its decision goes; its place in the journal and what follows from it are filled in here. */
export type Draft = Entry extends infer E ? (E extends Entry ? Omit<E, Filled> : never) : never;
export type ExpiryDraft = Omit<ExpiryEntry, Filled | 'bookedAt'>;

/** Where a journal stands: what the next entry follows. */
interface Place {
  readonly walletId: string;
  readonly seq: number;
  readonly at: Instant;
  readonly balance: Paise;
  readonly held: Paise;
  readonly running: RunningTotals;
}

/** Collects the entries of one decision, each made on the wallet as the ones before it left it. */
export class Recording {
  readonly entries: Entry[] = [];
  #wallet: Wallet;
  readonly #context: DecideContext;

  constructor(wallet: Wallet, context: DecideContext) {
    this.#wallet = wallet;
    this.#context = context;
  }

  get wallet(): Wallet {
    return this.#wallet;
  }

  /** The instant that the entries bear, but for those that book what is due. */
  get now(): Instant {
    return timeOf(this.#wallet, this.#context.now);
  }

  /** Adds an entry; one that books what was due before bears the instant `at`, or that of the entry before it where that is later. */
  add(draft: Draft, at = this.now): void {
    const place = placeOf(this.#wallet);
    const entry = completed(draft, place, Math.max(at, place.at), this.#context.requestId);
    this.#wallet = evolve(this.#wallet, entry);
    this.entries.push(entry);
  }

  /**
   * Books expiries, soonest first. Each is dated at the instant its lot ended, or at the entry before it where that is later,
   * so that months and days hold what was theirs, whenever it is booked (product rule 5).
   */
  expire(drafts: readonly ExpiryDraft[]): void {
    const bookedAt = this.now;
    const booked: ExpiryEntry[] = [];
    let place = placeOf(this.#wallet);
    for (const draft of drafts) {
      const at = Math.max(draft.expiredAt, place.at);
      const entry = completed({ ...draft, bookedAt }, place, at, this.#context.requestId) as ExpiryEntry;
      booked.push(entry);
      place = { ...entry, balance: entry.balanceAfter, held: place.held };
    }
    this.#wallet = expired(this.#wallet, booked);
    this.entries.push(...booked);
  }
}

function placeOf({ id, seq, updatedAt, balance, holds, running }: Wallet): Place {
  return { walletId: id, seq, at: updatedAt, balance, held: heldBy(holds), running };
}

function completed(draft: Draft, place: Place, at: Instant, requestId: string): Entry {
  const { walletId, balance, running } = place;
  const moves = movesMoney(draft);
  const heldAfter = place.held + (moves ? heldChange(draft) : 0n);
  return {
    ...draft,
    walletId,
    seq: place.seq + 1,
    at,
    requestId,
    balanceAfter: moves ? balance + signedAmount(draft) : balance,
    ...(heldAfter > 0n && { heldAfter }),
    running: moves ? counted(running, movementOf(draft), draft.amount) : running,
  } as Entry;
}

type MoneyDraft = Extract<Draft, { readonly amount: Paise }>;

function movesMoney(draft: Draft): draft is MoneyDraft {
  return 'amount' in draft;
}
