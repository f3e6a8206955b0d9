import type { Actor } from '../../api/domain/actor.ts';
import type { Instant } from '../../api/domain/calendar.ts';
import type { Paise } from '../../api/domain/money.ts';
import { defaultPolicy, type Policy } from '../../api/domain/policy.ts';
import { isRefusal, type Refusal } from '../../api/domain/refusal.ts';
import type { WalletCommand } from '../../api/domain/wallet/commands.ts';
import { decide, type Decision } from '../../api/domain/wallet/decide.ts';
import type {
  CreditEntry,
  CreditOrigin,
  DebitEntry,
  Entry,
  EntryKind,
  RefundEntry,
  ReversalEntry,
} from '../../api/domain/wallet/entries.ts';
import { evolve } from '../../api/domain/wallet/evolve.ts';
import type { CreditSource } from '../../api/domain/wallet/lots.ts';
import type { DecideContext } from '../../api/domain/wallet/recording.ts';
import type { Wallet, WalletStatus } from '../../api/domain/wallet/wallet.ts';

export const asha: Actor = { id: 'asha', role: 'CUSTOMER', channel: 'WEB' };
export const ravi: Actor = { id: 'ravi', role: 'STAFF', channel: 'CONSOLE' };
export const meera: Actor = { id: 'meera', role: 'ADMIN', channel: 'CONSOLE' };

/** A moment given as a clock on a wall in India shows it: `2026-03-10 09:00` or `2026-03-10 23:59:59.999`. */
export function india(wallClock: string): Instant {
  return Date.parse(`${wallClock.replace(' ', 'T')}+05:30`);
}

export function rupees(whole: number): Paise {
  return BigInt(whole) * 100n;
}

interface Options {
  readonly id?: string;
  readonly at?: Instant;
  readonly policy?: Partial<Policy>;
}

interface CreditOptions {
  readonly source?: CreditSource;
  readonly expiresOn?: Instant;
  readonly reason?: string;
  readonly origin?: CreditOrigin;
}

/** One wallet with its journal and a clock that the test moves. What is accepted is folded in; what is refused changes nothing. */
export class WalletStory {
  readonly id: string;
  readonly journal: Entry[] = [];
  readonly policy: Policy;
  now: Instant;
  wallet: Wallet;
  #asked = 0;

  constructor({ id = 'asha', at = india('2026-03-10 09:00'), policy = {} }: Options = {}) {
    this.id = id;
    this.now = at;
    this.policy = { ...defaultPolicy, ...policy };
    const opening = decide(null, { kind: 'OPEN', referralCode: 'K7M2QX4T' }, id, this.context(asha));
    this.wallet = this.#fold(null, opening);
  }

  context(actor: Actor): DecideContext {
    const entryId = `${this.id}:${(this.#asked += 1)}`;
    const { now, policy } = this;
    return {
      now,
      policy,
      actor,
      requestId: `request-${this.#asked}`,
      entryId,
      intent: `intent-${this.#asked}`,
    };
  }

  ask(command: WalletCommand, actor: Actor = meera): Decision {
    const decision = decide(this.wallet, command, this.id, this.context(actor));
    if (!isRefusal(decision)) this.wallet = this.#fold(this.wallet, decision);
    return decision;
  }

  credit(amount: Paise, options: CreditOptions = {}): Decision {
    const { source = 'MANUAL', reason = 'Goodwill', expiresOn = null, origin } = options;
    const command = { kind: 'CREDIT', amount, source, reason, expiresOn, orderId: null } as const;
    return this.ask(origin ? { ...command, origin } : command);
  }

  grant(amount: Paise, options: CreditOptions = {}): CreditEntry {
    return entryOf(this.credit(amount, options), 'CREDIT');
  }

  debit(amount: Paise): Decision {
    return this.ask({ kind: 'DEBIT', amount, orderId: 'order-1', reason: null }, asha);
  }

  spend(amount: Paise): DebitEntry {
    return entryOf(this.debit(amount), 'DEBIT');
  }

  refund(debit: DebitEntry, amount: Paise | null = null, reason = 'Returned goods'): Decision {
    const isOfDebit = (entry: Entry): entry is RefundEntry =>
      entry.kind === 'REFUND' && entry.debitId === debit.id;
    return this.ask({ kind: 'REFUND', debit, earlier: this.journal.filter(isOfDebit), amount, reason }, ravi);
  }

  reverse(credit: CreditEntry, reason = 'Added by mistake'): Decision {
    const isOfCredit = (entry: Entry): entry is ReversalEntry =>
      entry.kind === 'REVERSAL' && entry.creditId === credit.id;
    return this.ask({ kind: 'REVERSE', credit, earlier: this.journal.filter(isOfCredit), reason }, ravi);
  }

  extend(credit: CreditEntry, expiresOn: Instant, reason = 'Was away'): Decision {
    return this.ask({ kind: 'EXTEND', credit, expiresOn, reason }, ravi);
  }

  purchase(total: Paise, orderId = `order-of-${total}`): Decision {
    const isForOrder = (entry: Entry): entry is DebitEntry =>
      entry.kind === 'DEBIT' && entry.orderId === orderId;
    return this.ask({ kind: 'PURCHASE', orderId, total, debits: this.journal.filter(isForOrder) });
  }

  setStatus(status: WalletStatus, actor: Actor = meera, reason = 'Looks unusual'): Decision {
    return this.ask({ kind: 'SET_STATUS', status, reason }, actor);
  }

  expire(): Decision {
    return this.ask({ kind: 'EXPIRE' });
  }

  #fold(wallet: Wallet | null, decision: Decision): Wallet {
    const entries = accepted(decision);
    this.journal.push(...entries);
    const after = entries.reduce<Wallet | null>(evolve, wallet);
    if (!after) throw new Error('A story begins with an opened wallet.');
    return after;
  }
}

/** The entries of a decision that said yes; fails the test on a refusal. */
export function accepted(decision: Decision): readonly Entry[] {
  if (isRefusal(decision)) throw new Error(`Refused with ${decision.code}.`);
  return decision;
}

/** The refusal of a decision that said no; fails the test on entries. */
export function refused(decision: Decision): Refusal {
  if (!isRefusal(decision)) throw new Error('Accepted, although a refusal was due.');
  return decision;
}

/** The last entry of a decision, which answers the command, as the kind it must have. */
export function entryOf<K extends EntryKind>(decision: Decision, kind: K): Extract<Entry, { kind: K }> {
  const entry = accepted(decision).at(-1);
  if (entry?.kind !== kind) throw new Error(`Expected ${kind}, got ${entry?.kind ?? 'nothing'}.`);
  return entry as Extract<Entry, { kind: K }>;
}

/** What is left in each open lot, in the order of use, by lot id. */
export function left(wallet: Wallet): [string, Paise][] {
  return wallet.lots.map((lot) => [lot.id, lot.remaining]);
}
