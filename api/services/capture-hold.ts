import { mustStandAlone } from '../domain/checkout.ts';
import type { Paise } from '../domain/money.ts';
import type { DebitEntry } from '../domain/wallet/entries.ts';
import { walletIdOf } from '../domain/wallet/entry-id.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Outcome } from './outcome.ts';
import { request, walletUseCase } from './wallet-use-case.ts';

export interface CaptureHold {
  /** The id of the entry that placed it; it names the wallet too. */
  readonly holdId: string;
  /** Null captures all that it still keeps. */
  readonly amount: Paise | null;
  /** Whether the rest is given back, and not kept for another capture. */
  readonly isFinal: boolean;
  readonly reason: string | null;
  readonly idempotencyKey: string;
}

const useCase = walletUseCase<CaptureHold, DebitEntry>({
  name: 'captureHold',
  answer: 'DEBIT',
  reads: ({ holdId }) => ({ ofHolds: [holdId] }),
  command: ({ holdId, amount, isFinal, reason }, work) => {
    const notAlone = mustStandAlone(holdId);
    if (notAlone) return notAlone;
    const entries = work.named('ofHolds', holdId);
    return { kind: 'CAPTURE_HOLD', holdId, amount, isFinal, reason, entries };
  },
});

/** Spends what a hold keeps, or a part of it, on its order. */
export function captureHold(app: App, caller: Caller, input: CaptureHold): Promise<Outcome<DebitEntry>> {
  return app.engine.submit(useCase, request(useCase.name, caller, walletIdOf(input.holdId), input));
}
