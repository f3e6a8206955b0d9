import type { Instant } from '../domain/calendar.ts';
import type { ExtensionEntry } from '../domain/wallet/entries.ts';
import { walletIdOf } from '../domain/wallet/entry-id.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Outcome } from './outcome.ts';
import { request, walletUseCase, type WalletAct } from './wallet-use-case.ts';

export interface ExtendExpiry {
  /** The entry id of the credit; it names the wallet too. */
  readonly creditId: string;
  /** A moment on the new last day. */
  readonly expiresAt: Instant;
  readonly reason: string;
  readonly idempotencyKey: string;
}

const useCase = walletUseCase<ExtendExpiry, ExtensionEntry>({
  name: 'extendExpiry',
  answer: 'EXTENSION',
  reads: ({ creditId }) => ({ entries: [creditId] }),
  command: ({ creditId, expiresAt, reason }, work) => {
    const credit = work.entry(creditId);
    if (credit?.kind !== 'CREDIT') return { code: 'CREDIT_NOT_FOUND' };
    return { kind: 'EXTEND', credit, expiresOn: expiresAt, reason };
  },
});

/** The act itself, for those who look at it before or leave it to somebody else. */
export const extendingExpiry: WalletAct<ExtendExpiry, ExtensionEntry> = {
  useCase,
  request: (caller, input) => request(useCase.name, caller, walletIdOf(input.creditId), input),
};

/** Gives what remains of a credit more time. */
export function extendExpiry(
  app: App,
  caller: Caller,
  input: ExtendExpiry,
): Promise<Outcome<ExtensionEntry>> {
  return app.engine.submit(useCase, extendingExpiry.request(caller, input));
}
