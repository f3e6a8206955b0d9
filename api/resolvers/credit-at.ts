import type { Position } from '../services/queries/find-entries.ts';
import type { Loaders } from './loaders.ts';
import { presentCredit, type CreditView } from './presenters/transaction.presenter.ts';

/** The credit that a lot or a draw names. Every lot comes from one, so a missing one is damage. */
export async function creditAt(loaders: Loaders, position: Position): Promise<CreditView> {
  const entry = await loaders.entriesAt.load(position);
  if (entry?.kind !== 'CREDIT') {
    throw new Error(`Entry ${position.seq} of wallet ${position.walletId} is no credit.`);
  }
  return presentCredit(entry);
}
