import type { ActSubject } from '../domain/act.ts';
import type { LimitedAct } from '../domain/policy.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { WalletCommand } from '../domain/wallet/commands.ts';
import { advanced, asOf } from '../domain/wallet/decide.ts';
import type { Entry } from '../domain/wallet/entries.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { Reads, Scope } from '../ledger/working-set.ts';
import type { Caller } from './caller.ts';
import { intentOf, keyedEntryId } from './idempotency.ts';
import type { Outcome } from './outcome.ts';

export interface Keyed {
  readonly idempotencyKey: string;
}

/** A request on its way to the engine, under its idempotency key. */
export interface Request<I> {
  readonly caller: Caller;
  readonly walletId: string;
  readonly input: I;
  readonly entryId: string;
  readonly intent: string;
}

/** Everything about a use case that acts on one wallet except what all of them have in common. */
export interface WalletUseCase<I extends Keyed, E extends Entry> {
  readonly name: string;
  /** The kind of the entry that answers it. */
  readonly answer: E['kind'];
  /** What it reads besides the wallet and the entry of its key. */
  reads?(input: I): Reads;
  command(input: I, work: Scope): WalletCommand | Refusal;
}

/** An act on one wallet that can be asked for, looked at before, or left to somebody else. */
export interface WalletAct<I extends Keyed, E extends Entry> {
  readonly useCase: UseCase<Request<I>, Outcome<E>>;
  /** Under what it has a limit, and what one approval at a time is about; left out, it has none. */
  readonly limited?: { readonly act: LimitedAct; subject(input: I): ActSubject };
  request(caller: Caller, input: I): Request<I>;
  /** The input that is decided on a quote, for an act whose draws must be those of the quote; left out, any move of the wallet refuses it. */
  onQuote?(input: I, seq: number): I;
}

/** A request for the engine. Its fingerprint covers the whole input but the key. */
export function request<I extends Keyed>(
  name: string,
  caller: Caller,
  walletId: string,
  input: I,
): Request<I> {
  const entryId = keyedEntryId(walletId, input.idempotencyKey);
  return { caller, walletId, input, entryId, intent: intentOf(name, input) };
}

/** The use case as the engine runs it: a key that has acted answers again; otherwise load, decide, append. */
export function walletUseCase<I extends Keyed, E extends Entry>(
  of: WalletUseCase<I, E>,
): UseCase<Request<I>, Outcome<E>> {
  return {
    name: of.name,
    reads: ({ walletId, entryId, input }) => ({ ...of.reads?.(input), wallets: [walletId], key: entryId }),
    decide: (asked, work, context) => {
      const first = answered<E>(of.answer, asked, work, context);
      if (first) return first;
      const command = of.command(asked.input, work);
      return isRefusal(command) ? { refused: command } : actOnWallet<E>(command, asked, work, context);
    },
  };
}

/** The first answer again when the key has acted before, or a conflict when it acted otherwise; null when it is new. */
export function answered<E extends Entry>(
  kind: E['kind'],
  { walletId, entryId, intent }: Request<unknown>,
  work: Scope,
  { now, policy }: BatchContext,
): Outcome<E> | null {
  const first = work.entry(entryId);
  const wallet = work.get('wallets', walletId);
  if (!first || !wallet) return null;
  if (first.kind !== kind || first.intent !== intent) {
    return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: first.at } };
  }
  return { wallet: asOf(wallet, now, policy), entry: first as E, replayed: true };
}

/** Decides a command on a wallet of the batch and appends what comes of it. */
export function actOnWallet<E extends Entry>(
  command: WalletCommand,
  { caller, walletId, entryId, intent }: Request<unknown>,
  work: Scope,
  { now, policy }: BatchContext,
): Outcome<E> {
  const wallet = work.get('wallets', walletId) ?? null;
  const advance = advanced(wallet, command, walletId, { now, policy, entryId, intent, ...caller });
  if (isRefusal(advance)) return { refused: advance };
  const entry = advance.entries.findLast(({ id }) => id === entryId);
  if (!entry) throw new Error(`The command ${command.kind} was accepted but left no entry.`);
  work.append(advance.wallet, advance.entries);
  return { wallet: advance.wallet, entry: entry as E, replayed: false };
}
