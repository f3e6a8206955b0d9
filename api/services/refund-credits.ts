import type { Paise } from '../domain/money.ts';
import type { RefundEntry } from '../domain/wallet/entries.ts';
import { walletIdOf } from '../domain/wallet/entry-id.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Outcome } from './outcome.ts';
import { request, walletUseCase, type WalletAct } from './wallet-use-case.ts';

export interface RefundCredits {
  /** The entry id of the debit; it names the wallet too. */
  readonly debitId: string;
  /** Null gives back all that can still be refunded. */
  readonly amount: Paise | null;
  readonly reason: string;
  readonly idempotencyKey: string;
}

const useCase = walletUseCase<RefundCredits, RefundEntry>({
  name: 'refundCredits',
  answer: 'REFUND',
  reads: ({ debitId }) => ({ entries: [debitId], refundsOf: [debitId] }),
  command: ({ debitId, amount, reason }, work) => {
    const debit = work.entry(debitId);
    if (debit?.kind !== 'DEBIT') return { code: 'DEBIT_NOT_FOUND' };
    return { kind: 'REFUND', debit, earlier: work.named('refundsOf', debitId), amount, reason };
  },
});

/** The act itself, for those who look at it before or leave it to somebody else. */
export const refundingCredits: WalletAct<RefundCredits, RefundEntry> = {
  useCase,
  limited: { act: 'refundCredits', subject: ({ debitId: id }) => ({ kind: 'TRANSACTION', id }) },
  request: (caller, input) => request(useCase.name, caller, walletIdOf(input.debitId), input),
};

/** Gives back a debit, in whole or in part, to the lots it came from. */
export function refundCredits(app: App, caller: Caller, input: RefundCredits): Promise<Outcome<RefundEntry>> {
  return app.engine.submit(useCase, refundingCredits.request(caller, input));
}
