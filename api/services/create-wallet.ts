import type { OpenEntry } from '../domain/wallet/entries.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Outcome } from './outcome.ts';
import { request, walletUseCase } from './wallet-use-case.ts';

export interface CreateWallet {
  readonly customerId: string;
  readonly idempotencyKey: string;
}

/** A referral code is drawn anew for each try, so it is no part of what the caller asked for. */
type WithCode = CreateWallet & { readonly referralCode: string };

const useCase = walletUseCase<WithCode, OpenEntry>({
  name: 'createWallet',
  answer: 'OPEN',
  reads: ({ customerId }) => ({ customers: [customerId] }),
  command: ({ customerId, referralCode }, work) =>
    work.get('customers', customerId)
      ? { kind: 'OPEN', referralCode }
      : { code: 'CUSTOMER_NOT_FOUND', customerId },
});

/** Opens the wallet of a customer the shop knows: one each. */
export function createWallet(app: App, caller: Caller, input: CreateWallet): Promise<Outcome<OpenEntry>> {
  const asked = request(useCase.name, caller, input.customerId, input);
  return app.engine.submit(useCase, { ...asked, input: { ...input, referralCode: app.ids.referralCode() } });
}
