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
type WithCodes = CreateWallet & { readonly referralCode: string; readonly shortCodes: readonly string[] };

const useCase = walletUseCase<WithCodes, OpenEntry>({
  name: 'createWallet',
  answer: 'OPEN',
  reads: ({ customerId, shortCodes }) => ({ customers: [customerId], shortCodes }),
  command: ({ customerId, referralCode, shortCodes }, work) => {
    if (!work.get('customers', customerId)) return { code: 'CUSTOMER_NOT_FOUND', customerId };
    // Where all are taken the last is refused by its holder, and the caller tries again with others.
    const free = shortCodes.find((code) => work.get('shortCodes', code) === undefined);
    return { kind: 'OPEN', referralCode, shortCode: free ?? shortCodes.at(-1) ?? '' };
  },
});

/** Opens the wallet of a customer the shop knows: one each. */
export function createWallet(app: App, caller: Caller, input: CreateWallet): Promise<Outcome<OpenEntry>> {
  const asked = request(useCase.name, caller, input.customerId, input);
  const codes = { referralCode: app.ids.referralCode(), shortCodes: app.ids.shortCodes() };
  return app.engine.submit(useCase, { ...asked, input: { ...input, ...codes } });
}
