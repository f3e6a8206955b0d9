import type { UserError } from '../../../schema/user-error/user-error.type.ts';
import type { ChangePreview } from '../../../schema/wallet/change-preview.type.ts';
import type { Entry } from '../../domain/wallet/entries.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Wallet as WalletState } from '../../domain/wallet/wallet.ts';
import type { App } from '../../services/app.ts';
import type { Answer } from '../../services/act-on-terms.ts';
import type { Outcome } from '../../services/outcome.ts';
import { presentApproval, type ApprovalView } from './approval.presenter.ts';
import { presentChangePreview } from './change-preview.presenter.ts';
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

/** What an act on a wallet answers that may only have been looked at, or wait for another person. */
export function presentAnswer(
  answer: Answer<Entry>,
  app: App,
): WalletChange & { readonly preview: ChangePreview | null; readonly approval: ApprovalView | null } {
  const approval = 'approval' in answer && answer.approval ? presentApproval(answer.approval, app) : null;
  const preview = previewIn(answer, app);
  if ('refused' in answer) return { ...refusedChange(answer.refused), preview, approval };
  const replayed = 'replayed' in answer && answer.replayed;
  return { wallet: presentWallet(answer.wallet), replayed, userErrors: [], preview, approval };
}

function previewIn(answer: Answer<Entry>, { policy }: App): ChangePreview | null {
  if (!('preview' in answer) || !answer.preview) return null;
  return presentChangePreview(answer.preview, policy, answer.needsApproval ?? false);
}

/** The same together with the transaction, if it was written. */
export function presentTransactionAnswer<E extends Entry, T>(
  answer: Answer<E>,
  present: (entry: E, wallet: WalletState) => T,
  app: App,
) {
  const transaction = 'entry' in answer ? present(answer.entry, answer.wallet) : null;
  return { ...presentAnswer(answer, app), transaction };
}

/** The answer where a rule said no. */
export function refusedChange(refusal: Refusal): WalletChange {
  return { wallet: null, replayed: false, userErrors: [presentRefusal(refusal)] };
}
