import type { Refusal } from '../domain/refusal.ts';
import type { Entry } from '../domain/wallet/entries.ts';
import type { Wallet } from '../domain/wallet/wallet.ts';

/** What a write answers: the entry it made, now or when its key was first used, or why it made none. */
export type Outcome<E extends Entry = Entry> = Refused | Done<E>;

export interface Refused {
  readonly refused: Refusal;
}

export interface Done<E extends Entry = Entry> {
  /** As it is now; on a replay later entries are already in it. */
  readonly wallet: Wallet;
  readonly entry: E;
  /** True when the key had acted before and this is the first answer again. */
  readonly replayed: boolean;
}
