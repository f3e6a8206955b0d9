import type { ShownReason, StatusEntry } from '../domain/wallet/entries.ts';
import type { WalletStatus } from '../domain/wallet/wallet.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Outcome } from './outcome.ts';
import { request, walletUseCase, type WalletAct } from './wallet-use-case.ts';

export interface SetWalletStatus {
  readonly customerId: string;
  readonly status: WalletStatus;
  /** For staff alone. */
  readonly reason: string;
  /** For the customer. */
  readonly shownReason?: ShownReason;
  readonly idempotencyKey: string;
}

const useCase = walletUseCase<SetWalletStatus, StatusEntry>({
  name: 'setWalletStatus',
  answer: 'STATUS',
  command: ({ status, reason, shownReason }) => ({
    ...{ kind: 'SET_STATUS', status, reason },
    ...(shownReason && { shownReason }),
  }),
});

/** The act itself, for those who look at it before or leave it to somebody else. */
export const settingWalletStatus: WalletAct<SetWalletStatus, StatusEntry> = {
  useCase,
  request: (caller, input) => request(useCase.name, caller, input.customerId, input),
};

/** Freezes, suspends or reactivates a wallet: with a reason for staff, and one that the customer may read. */
export function setWalletStatus(
  app: App,
  caller: Caller,
  input: SetWalletStatus,
): Promise<Outcome<StatusEntry>> {
  return app.engine.submit(useCase, settingWalletStatus.request(caller, input));
}
