import type { Paise } from '../domain/money.ts';
import type { DebitEntry } from '../domain/wallet/entries.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Outcome } from './outcome.ts';
import { request, walletUseCase } from './wallet-use-case.ts';

export interface DeductCredits {
  readonly customerId: string;
  readonly amount: Paise;
  readonly orderId: string;
  readonly reason: string | null;
  readonly idempotencyKey: string;
}

const useCase = walletUseCase<DeductCredits, DebitEntry>({
  name: 'deductCredits',
  answer: 'DEBIT',
  command: ({ amount, orderId, reason }) => ({ kind: 'DEBIT', amount, orderId, reason }),
});

/** Spends credits on an order, drawing lots in their order of use. */
export function deductCredits(app: App, caller: Caller, input: DeductCredits): Promise<Outcome<DebitEntry>> {
  return app.engine.submit(useCase, request(useCase.name, caller, input.customerId, input));
}
