import type { DebitEntry, Entry, ExpiryEntry, RefundEntry, ReversalEntry } from '../domain/wallet/entries.ts';
import { entryIdOf, nameWithin, walletIdOf } from '../domain/wallet/entry-id.ts';
import type { Wallet } from '../domain/wallet/wallet.ts';
import type { Change } from '../persistence/stores/document-store.ts';
import type { DocumentName, Documents } from './documents.ts';

/**
 * Entries that are found by what they name: a debit that is refunded, a credit that is reversed, an order of a wallet, and a
 * credit by its position, of which a lot expired; by their hold; and by the place in a journal after which they come.
 */
export interface Named {
  readonly refundsOf: RefundEntry;
  readonly reversalsOf: ReversalEntry;
  readonly debitsOf: DebitEntry;
  readonly expiriesOf: ExpiryEntry;
  readonly ofHolds: Entry;
  readonly since: Entry;
}

/**
 * Looked up only for who is sure: whoever acts needs none of them, because an open hold stands on the wallet and a quote is mostly
 * of the wallet as it is; and what does not act is decided once more.
 */
export const NAMED_WHEN_SURE: readonly (keyof Named)[] = ['ofHolds', 'since'];

const NAMES: { readonly [N in keyof Named]: (entry: Entry, name: string) => boolean } = {
  refundsOf: (entry, debit) => entry.kind === 'REFUND' && entry.debitId === debit,
  reversalsOf: (entry, credit) => entry.kind === 'REVERSAL' && entry.creditId === credit,
  debitsOf: (entry, order) => entry.kind === 'DEBIT' && entryIdOf(entry.walletId, entry.orderId) === order,
  expiriesOf: (entry, credit) =>
    entry.kind === 'EXPIRY' && entryIdOf(entry.walletId, `${entry.draws[0]?.lot.creditSeq}`) === credit,
  ofHolds: (entry, hold) => entry.id === hold || ('holdId' in entry && entry.holdId === hold),
  since: ({ walletId, seq }, place) => walletIdOf(place) === walletId && seq > Number(nameWithin(place)),
};

/** The ids of everything that a command needs to see, by where it is kept. */
export type Reads = { readonly [D in DocumentName]?: readonly string[] } & {
  /** Entries by id: those that bear keys of the command, and any that it names. */
  readonly entries?: readonly string[];
  /**
   * The entry that the command makes. Its wallets may then come from memory and the entry need not be looked up: where it is
   * appended, the guard and the unique id vouch for it, and anything else is decided again on a fresh read. That nothing was
   * changed is told once it is certain that no earlier call can still make the entry.
   */
  readonly key?: string;
} & { readonly [N in keyof Named]?: readonly string[] };

/** What one read of the database brought, by document collection. */
export type Loaded = { readonly [D in DocumentName]: ReadonlyMap<string, Documents[D]> };

/**
 * Everything that a batch has read and wants to change. Commands decide one after another on it, each seeing what those
 * before it did; one that throws leaves nothing behind, because its changes stay in its own scope until it has decided.
 */
export class WorkingSet {
  readonly #loaded: Loaded;
  readonly #named: readonly Entry[];
  readonly #changed = new Map<DocumentName, Map<string, unknown>>();
  readonly #entries: Map<string, Entry>;
  readonly appended: Entry[] = [];

  constructor(loaded: Loaded, entries: ReadonlyMap<string, Entry>, named: readonly Entry[]) {
    this.#loaded = loaded;
    this.#entries = new Map(entries);
    this.#named = named;
  }

  get isChanged(): boolean {
    return this.appended.length > 0 || this.#changed.size > 0;
  }

  get<D extends DocumentName>(name: D, id: string): Documents[D] | undefined {
    const changed = this.#changed.get(name)?.get(id) as Documents[D] | undefined;
    return changed ?? this.#loaded[name].get(id);
  }

  entry(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  /** The entries that name this, oldest first; only of what the command has said that it reads. */
  named<N extends keyof Named>(naming: N, id: string): Named[N][] {
    const names = NAMES[naming];
    return [...this.#named, ...this.appended].filter((entry): entry is Named[N] => names(entry, id));
  }

  /** What the batch wants to write of a collection. */
  changesOf<D extends DocumentName>(name: D): Change<Documents[D]>[] {
    const changed = (this.#changed.get(name) ?? new Map()) as Map<string, Documents[D]>;
    return [...changed].map(([id, after]) => ({ id, before: this.#loaded[name].get(id), after }));
  }

  /** The wallets as they are once the batch is written, whether it changes them or not. */
  get wallets(): Iterable<Wallet> {
    const changed = (this.#changed.get('wallets') ?? new Map()) as ReadonlyMap<string, Wallet>;
    return new Map([...this.#loaded.wallets, ...changed]).values();
  }

  /** Takes over what one command decided. */
  accept(changes: ReadonlyMap<DocumentName, ReadonlyMap<string, unknown>>, entries: readonly Entry[]): void {
    for (const [name, documents] of changes) {
      const changed = this.#changed.get(name) ?? new Map<string, unknown>();
      for (const [id, document] of documents) changed.set(id, document);
      this.#changed.set(name, changed);
    }
    for (const entry of entries) this.#entries.set(entry.id, entry);
    this.appended.push(...entries);
  }
}

/** The working set as one command sees it: reads go through, writes wait until its decision is complete. */
export class Scope {
  readonly #set: WorkingSet;
  readonly #changes = new Map<DocumentName, Map<string, unknown>>();
  readonly #entries: Entry[] = [];

  constructor(set: WorkingSet) {
    this.#set = set;
  }

  get<D extends DocumentName>(name: D, id: string): Documents[D] | undefined {
    const changed = this.#changes.get(name)?.get(id) as Documents[D] | undefined;
    return changed ?? this.#set.get(name, id);
  }

  entry(id: string): Entry | undefined {
    return this.#entries.find((entry) => entry.id === id) ?? this.#set.entry(id);
  }

  named<N extends keyof Named>(naming: N, id: string): Named[N][] {
    return this.#set.named(naming, id);
  }

  put<D extends Exclude<DocumentName, 'wallets'>>(name: D, id: string, document: Documents[D]): void {
    this.#put(name, id, document);
  }

  /** Appends to a wallet's journal; `wallet` is the fold of its journal with these entries. */
  append(wallet: Wallet, entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    this.#put('wallets', wallet.id, wallet);
    this.#entries.push(...entries);
  }

  /** Forgets what was decided so far: who refuses half way writes nothing. */
  discard(): void {
    this.#changes.clear();
    this.#entries.length = 0;
  }

  get isChanged(): boolean {
    return this.#changes.size > 0;
  }

  accept(): void {
    this.#set.accept(this.#changes, this.#entries);
  }

  #put(name: DocumentName, id: string, document: unknown): void {
    const documents = this.#changes.get(name) ?? new Map<string, unknown>();
    this.#changes.set(name, documents.set(id, document));
  }
}
