import type { Paise } from '../domain/money.ts';
import type { EndOfOwing, SettlementEntry } from '../domain/wallet/entries.ts';
import { request, walletUseCase, type WalletAct } from './wallet-use-case.ts';

export interface SettleReceivable {
  readonly customerId: string;
  /** In paise. */
  readonly amount: Paise;
  readonly reason: string;
  readonly idempotencyKey: string;
}

type SettlingAct = WalletAct<SettleReceivable, SettlementEntry>;

function settling(act: 'settleReceivable' | 'writeOffReceivable', how: EndOfOwing): SettlingAct {
  const useCase = walletUseCase<SettleReceivable, SettlementEntry>({
    ...{ name: act, answer: 'SETTLEMENT' },
    command: ({ amount, reason }) => ({ kind: 'SETTLE', how, amount, reason }),
  });
  return {
    useCase,
    limited: { act, subject: ({ customerId: id }) => ({ kind: 'WALLET', id }) },
    request: (caller, input) => request(act, caller, input.customerId, input),
  };
}

/** Notes that a customer paid in the shop what the provider had taken back (product rule 24). */
export const settlingReceivable = settling('settleReceivable', 'PAID');

/** Gives up what a customer owes, all of it or a part. */
export const writingOffReceivable = settling('writeOffReceivable', 'WRITTEN_OFF');
