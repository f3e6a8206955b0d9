import { mustStandAlone } from '../domain/checkout.ts';
import type { ReleaseEntry } from '../domain/wallet/entries.ts';
import { walletIdOf } from '../domain/wallet/entry-id.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Outcome } from './outcome.ts';
import { request, walletUseCase } from './wallet-use-case.ts';

export interface ReleaseHold {
  /** The id of the entry that placed it; it names the wallet too. */
  readonly holdId: string;
  readonly reason: string;
  readonly idempotencyKey: string;
}

const useCase = walletUseCase<ReleaseHold, ReleaseEntry>({
  name: 'releaseHold',
  answer: 'RELEASE',
  reads: ({ holdId }) => ({ ofHolds: [holdId] }),
  command: ({ holdId, reason }, work) => {
    const entries = work.named('ofHolds', holdId);
    return mustStandAlone(holdId) ?? { kind: 'RELEASE_HOLD', holdId, reason, entries };
  },
});

/** Gives back all that a hold still keeps. */
export function releaseHold(app: App, caller: Caller, input: ReleaseHold): Promise<Outcome<ReleaseEntry>> {
  return app.engine.submit(useCase, request(useCase.name, caller, walletIdOf(input.holdId), input));
}
