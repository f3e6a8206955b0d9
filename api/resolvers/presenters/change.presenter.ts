import type { UserError } from '../../../schema/user-error/user-error.type.ts';
import type { Entry } from '../../domain/wallet/entries.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Wallet as WalletState } from '../../domain/wallet/wallet.ts';
import type { Outcome } from '../../services/outcome.ts';
import { presentRefusal } from './user-error.presenter.ts';
import { presentWallet, type WalletView } from './wallet.presenter.ts';

export interface WalletChange {
  readonly wallet: WalletView | null;
  readonly replayed: boolean;
  readonly userErrors: UserError[];
}

/** What every change of a wallet answers. */
export function presentChange(outcome: Outcome): WalletChange {
  if ('refused' in outcome) return refusedChange(outcome.refused);
  return { wallet: presentWallet(outcome.wallet), replayed: outcome.replayed, userErrors: [] };
}

/** The same together with the transaction that was written. */
export function presentTransactionChange<E extends Entry, T>(
  outcome: Outcome<E>,
  present: (entry: E, wallet: WalletState) => T,
): WalletChange & { readonly transaction: T | null } {
  const transaction = 'refused' in outcome ? null : present(outcome.entry, outcome.wallet);
  return { ...presentChange(outcome), transaction };
}

/** The answer where a rule said no. */
export function refusedChange(refusal: Refusal): WalletChange {
  return { wallet: null, replayed: false, userErrors: [presentRefusal(refusal)] };
}
