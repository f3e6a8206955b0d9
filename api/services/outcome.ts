import type { Approval } from '../domain/approval.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Entry } from '../domain/wallet/entries.ts';
import type { Wallet } from '../domain/wallet/wallet.ts';

/** What a write answers: the entry it made, now or when its key was first used, or why it made none. */
export type Outcome<E extends Entry = Entry> = Refused | Done<E>;

/** What an act above somebody's limit answers: it did nothing, and waits for another person. */
export interface AskedFor {
  readonly approval: Approval;
  /** As it is now. */
  readonly wallet: Wallet;
  /** True when the key had asked before. */
  readonly replayed: boolean;
}

/** What an act comes to, within somebody's limit or above it. */
export type Acted<E extends Entry = Entry> = Outcome<E> | AskedFor;

export interface Refused {
  readonly refused: Refusal;
}

export interface Done<E extends Entry = Entry> {
  /** As it is now; on a replay later entries are already in it. */
  readonly wallet: Wallet;
  readonly entry: E;
  /** True when the key had acted before and this is the first answer again. */
  readonly replayed: boolean;
  /** What another person approved, where it took that. */
  readonly approval?: Approval;
}
