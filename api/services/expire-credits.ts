import { SYSTEM_ACTOR } from '../domain/actor.ts';
import { isRefusal } from '../domain/refusal.ts';
import { advanced } from '../domain/wallet/decide.ts';
import { isMoneyEntry } from '../domain/wallet/entries.ts';
import { sum, type Paise } from '../domain/money.ts';
import type { Priority } from '../ledger/queue.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';

export interface Expired {
  readonly wallets: number;
  readonly credits: number;
  readonly amount: Paise;
}

interface ExpireWallet {
  readonly walletId: string;
  readonly requestId: string;
}

const NONE: Expired = { wallets: 0, credits: 0, amount: 0n };
const PAGE = 500;

/** Books what is due on one wallet. Needs no key: every expiry has a name of its own, and what is booked is no longer due. */
const useCase: UseCase<ExpireWallet, Expired> = {
  name: 'expireCredits',
  reads: ({ walletId }) => ({ wallets: [walletId] }),
  decide: ({ walletId, requestId }, work, { now, policy }) => {
    const wallet = work.get('wallets', walletId);
    if (!wallet) return NONE;
    const context = { now, policy, actor: SYSTEM_ACTOR, requestId, entryId: walletId, intent: null };
    const advance = advanced(wallet, { kind: 'EXPIRE' }, walletId, context);
    if (isRefusal(advance) || advance.entries.length === 0) return NONE;
    work.append(advance.wallet, advance.entries);
    const amount = sum(advance.entries.filter(isMoneyEntry).map((entry) => entry.amount));
    return { wallets: 1, credits: advance.entries.length, amount };
  },
};

/**
 * Books every credit whose time has come, page by page, behind interactive work. Late, twice or in two processes at once:
 * nothing changes but when it is booked (product rule 5).
 */
export async function expireCredits(
  app: App,
  requestId: string,
  isStopped: () => boolean = () => false,
): Promise<Expired> {
  let total = NONE;
  while (!isStopped()) {
    const due = await app.stores.wallets.findDue(app.now(), PAGE);
    if (due.length === 0) break;
    const page = await expireWallets(app, due, requestId, 'BACKGROUND');
    total = plus(total, page);
    // Another process may be booking the same page: what it takes is not ours, but a page without any progress would repeat.
    if (page.wallets === 0) break;
  }
  return total;
}

/** Books what is due on these wallets. */
export async function expireWallets(
  app: App,
  walletIds: readonly string[],
  requestId: string,
  priority: Priority,
): Promise<Expired> {
  const booked = walletIds.map((walletId) => app.engine.submit(useCase, { walletId, requestId }, priority));
  return (await Promise.all(booked)).reduce(plus, NONE);
}

function plus(a: Expired, b: Expired): Expired {
  return { wallets: a.wallets + b.wallets, credits: a.credits + b.credits, amount: a.amount + b.amount };
}
