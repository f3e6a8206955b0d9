import type { ReversalEntry } from '../domain/wallet/entries.ts';
import { walletIdOf } from '../domain/wallet/entry-id.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Outcome } from './outcome.ts';
import { request, walletUseCase, type WalletAct } from './wallet-use-case.ts';

export interface ReverseCredit {
  /** The entry id of the credit; it names the wallet too. */
  readonly creditId: string;
  readonly reason: string;
  readonly idempotencyKey: string;
}

const useCase = walletUseCase<ReverseCredit, ReversalEntry>({
  name: 'reverseCredit',
  answer: 'REVERSAL',
  reads: ({ creditId }) => ({ entries: [creditId], reversalsOf: [creditId] }),
  command: ({ creditId, reason }, work) => {
    const credit = work.entry(creditId);
    if (credit?.kind !== 'CREDIT') return { code: 'CREDIT_NOT_FOUND' };
    return { kind: 'REVERSE', credit, earlier: work.named('reversalsOf', creditId), reason };
  },
});

/** The act itself, for those who look at it before or leave it to somebody else. */
export const reversingCredit: WalletAct<ReverseCredit, ReversalEntry> = {
  useCase,
  request: (caller, input) => request(useCase.name, caller, walletIdOf(input.creditId), input),
};

/** Takes back what remains of a mistaken credit. */
export function reverseCredit(
  app: App,
  caller: Caller,
  input: ReverseCredit,
): Promise<Outcome<ReversalEntry>> {
  return app.engine.submit(useCase, reversingCredit.request(caller, input));
}
