import type { Instant } from '../domain/calendar.ts';
import type { Paise } from '../domain/money.ts';
import type { CreditEntry } from '../domain/wallet/entries.ts';
import type { CreditSource } from '../domain/wallet/lots.ts';
import type { Priority } from '../ledger/queue.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Outcome } from './outcome.ts';
import { request, walletUseCase, type WalletAct } from './wallet-use-case.ts';

export interface AddCredits {
  readonly customerId: string;
  readonly amount: Paise;
  readonly source: CreditSource;
  readonly reason: string;
  /** A moment on the last day of the credit; null leaves its lifetime to the tier. */
  readonly expiresAt: Instant | null;
  readonly orderId: string | null;
  readonly idempotencyKey: string;
}

const useCase = walletUseCase<AddCredits, CreditEntry>({
  name: 'addCredits',
  answer: 'CREDIT',
  command: ({ amount, source, reason, expiresAt, orderId }) => ({
    kind: 'CREDIT',
    amount,
    source,
    reason,
    expiresOn: expiresAt,
    orderId,
  }),
});

/** The act itself, for those who look at it before or leave it to somebody else. */
export const addingCredits: WalletAct<AddCredits, CreditEntry> = {
  useCase,
  limited: { act: 'addCredits', subject: ({ customerId: id }) => ({ kind: 'WALLET', id }) },
  request: (caller, input) => request(useCase.name, caller, input.customerId, input),
};

/** Adds a credit as a lot with its own expiry. */
export function addCredits(
  app: App,
  caller: Caller,
  input: AddCredits,
  priority?: Priority,
): Promise<Outcome<CreditEntry>> {
  return app.engine.submit(useCase, addingCredits.request(caller, input), priority);
}
