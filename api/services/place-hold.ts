import type { Instant } from '../domain/calendar.ts';
import type { Paise } from '../domain/money.ts';
import type { HoldEntry } from '../domain/wallet/entries.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Outcome } from './outcome.ts';
import { quoteOf, quoteReads } from './quoted.ts';
import { request, walletUseCase, type WalletAct } from './wallet-use-case.ts';

export interface PlaceHold {
  readonly customerId: string;
  readonly amount: Paise;
  readonly orderId: string;
  /** When it is to end by itself; null leaves that to the policy. */
  readonly expiresAt: Instant | null;
  readonly reason: string | null;
  /** The seq of the quote on which it was decided: the draws must be those of that quote (product rule 17). */
  readonly quotedSeq?: number;
  readonly idempotencyKey: string;
}

const useCase = walletUseCase<PlaceHold, HoldEntry>({
  name: 'placeHold',
  answer: 'HOLD',
  reads: quoteReads,
  command: (asked, work) => {
    const { amount, orderId, expiresAt, reason } = asked;
    return { kind: 'PLACE_HOLD', amount, orderId, expiresAt, reason, ...quoteOf(asked, work) };
  },
});

/** The act itself, for those who look at it before. */
export const placingHold: WalletAct<PlaceHold, HoldEntry> = {
  useCase,
  onQuote: (input, quotedSeq) => ({ ...input, quotedSeq }),
  request: (caller, input) => {
    // On what somebody decided is no part of what is asked for: who looks again uses the same key.
    const { quotedSeq: _, ...asked } = input;
    return { ...request(useCase.name, caller, input.customerId, asked), input };
  },
};

/** Sets credits aside for an order, drawn in the order of a debit. */
export function placeHold(app: App, caller: Caller, input: PlaceHold): Promise<Outcome<HoldEntry>> {
  return app.engine.submit(useCase, placingHold.request(caller, input));
}
