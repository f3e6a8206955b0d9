import type { Actor } from '../actor.ts';
import type { Instant } from '../calendar.ts';
import type { Paise } from '../money.ts';
import type { Policy } from '../policy.ts';
import { signedAmount, type Entry } from './entries.ts';
import { evolve } from './evolve.ts';
import { counted, movementOf } from './running-totals.ts';
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

type Filled = 'walletId' | 'seq' | 'at' | 'balanceAfter' | 'running' | 'requestId';
/** An entry as far as its decision goes; its place in the journal and what follows from it are filled in here. */
export type Draft = Entry extends infer E ? (E extends Entry ? Omit<E, Filled> : never) : never;

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

  /** The instant that the entries bear. */
  get now(): Instant {
    return timeOf(this.#wallet, this.#context.now);
  }

  add(draft: Draft): void {
    const entry = completed(draft, this.#wallet, this.now, this.#context.requestId);
    this.#wallet = evolve(this.#wallet, entry);
    this.entries.push(entry);
  }
}

function completed(draft: Draft, wallet: Wallet, at: Instant, requestId: string): Entry {
  const { balance, running } = wallet;
  const moves = movesMoney(draft);
  return {
    ...draft,
    walletId: wallet.id,
    seq: wallet.seq + 1,
    at,
    requestId,
    balanceAfter: moves ? balance + signedAmount(draft) : balance,
    running: moves ? counted(running, movementOf(draft), draft.amount) : running,
  } as Entry;
}

type MoneyDraft = Extract<Draft, { readonly amount: Paise }>;

function movesMoney(draft: Draft): draft is MoneyDraft {
  return 'amount' in draft;
}
