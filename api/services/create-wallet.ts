import type { OpenEntry } from '../domain/wallet/entries.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Outcome } from './outcome.ts';
import { request, walletUseCase } from './wallet-use-case.ts';

export interface CreateWallet {
  readonly customerId: string;
  readonly idempotencyKey: string;
}

/** Codes are drawn anew for each try, so they are no part of what the caller asked for. */
type WithCodes = CreateWallet & { readonly referralCode: string; readonly shortCode: string };

const useCase = walletUseCase<WithCodes, OpenEntry>({
  name: 'createWallet',
  answer: 'OPEN',
  reads: ({ customerId }) => ({ customers: [customerId] }),
  command: ({ customerId, referralCode, shortCode }, work) =>
    work.get('customers', customerId)
      ? { kind: 'OPEN', referralCode, shortCode }
      : { code: 'CUSTOMER_NOT_FOUND', customerId },
});

/** Opens the wallet of a customer the shop knows: one each. */
export async function createWallet(
  app: App,
  caller: Caller,
  input: CreateWallet,
): Promise<Outcome<OpenEntry>> {
  const asked = request(useCase.name, caller, input.customerId, input);
  const [shortCode = ''] = await app.stores.shortCodes.firstFree([app.ids.shortCodes()]);
  const codes = { referralCode: app.ids.referralCode(), shortCode };
  return app.engine.submit(useCase, { ...asked, input: { ...input, ...codes } });
}
