import type { Paise } from '../domain/money.ts';
import type { DebitEntry } from '../domain/wallet/entries.ts';
import { entryIdOf } from '../domain/wallet/entry-id.ts';
import { mustBeUnpaid } from '../domain/wallet/checks.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Outcome } from './outcome.ts';
import { quoteOf, quoteReads } from './quoted.ts';
import { request, walletUseCase, type WalletAct } from './wallet-use-case.ts';

export interface DeductCredits {
  readonly customerId: string;
  readonly amount: Paise;
  readonly orderId: string;
  readonly reason: string | null;
  /** Refuses where the order has a debit already; left out, an order may have several. */
  readonly onlyOnce?: boolean;
  /** The seq of the quote on which it was decided: the draws must be those of that quote (product rule 17). */
  readonly quotedSeq?: number;
  readonly idempotencyKey: string;
}

const useCase = walletUseCase<DeductCredits, DebitEntry>({
  name: 'deductCredits',
  answer: 'DEBIT',
  reads: ({ onlyOnce, ...order }) => ({
    ...(onlyOnce ? { debitsOf: [nameOf(order)] } : {}),
    ...quoteReads(order),
  }),
  command: ({ onlyOnce, ...asked }, work) => {
    const { amount, orderId, reason } = asked;
    const paid = onlyOnce ? mustBeUnpaid(work.named('debitsOf', nameOf(asked))) : null;
    return paid ?? { kind: 'DEBIT', amount, orderId, reason, ...quoteOf(asked, work) };
  },
});

/** The act itself, for those who look at it before. */
export const deductingCredits: WalletAct<DeductCredits, DebitEntry> = {
  useCase,
  onQuote: (input, quotedSeq) => ({ ...input, quotedSeq }),
  request: (caller, input) => {
    // What must not have happened before is no part of what is asked for: who confirms it uses the same key, and so does a repeat.
    const { onlyOnce: _, quotedSeq: __, ...asked } = input;
    return { ...request(useCase.name, caller, input.customerId, asked), input };
  },
};

/** Spends credits on an order, drawing lots in their order of use. */
export function deductCredits(app: App, caller: Caller, input: DeductCredits): Promise<Outcome<DebitEntry>> {
  return app.engine.submit(useCase, deductingCredits.request(caller, input));
}

function nameOf({ customerId, orderId }: Pick<DeductCredits, 'customerId' | 'orderId'>): string {
  return entryIdOf(customerId, orderId);
}
