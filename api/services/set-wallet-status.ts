import type { StatusEntry } from '../domain/wallet/entries.ts';
import type { WalletStatus } from '../domain/wallet/wallet.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Outcome } from './outcome.ts';
import { request, walletUseCase } from './wallet-use-case.ts';

export interface SetWalletStatus {
  readonly customerId: string;
  readonly status: WalletStatus;
  readonly reason: string;
  readonly idempotencyKey: string;
}

const useCase = walletUseCase<SetWalletStatus, StatusEntry>({
  name: 'setWalletStatus',
  answer: 'STATUS',
  command: ({ status, reason }) => ({ kind: 'SET_STATUS', status, reason }),
});

/** Freezes, suspends or reactivates a wallet, with a reason. */
export function setWalletStatus(
  app: App,
  caller: Caller,
  input: SetWalletStatus,
): Promise<Outcome<StatusEntry>> {
  return app.engine.submit(useCase, request(useCase.name, caller, input.customerId, input));
}
