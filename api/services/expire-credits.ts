import { SYSTEM_ACTOR } from '../domain/actor.ts';
import { isRefusal } from '../domain/refusal.ts';
import { advanced } from '../domain/wallet/decide.ts';
import { sum, type Paise } from '../domain/money.ts';
import type { Priority } from '../ledger/queue.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';

export interface Expired {
  readonly wallets: number;
  /** Credits that expired, and what they came to together. */
  readonly credits: number;
  readonly amount: Paise;
  /** Holds that met their deadline. */
  readonly holds: number;
  /** The wallets on which nothing could be booked, and why; it is still due there. */
  readonly failures: readonly ExpiryFailure[];
}

export interface ExpiryFailure {
  readonly walletId: string;
  readonly error: unknown;
}

/** What a run takes into account. */
export interface ExpiryRunTerms {
  /** Ends the run after the page that is being booked. */
  readonly signal?: AbortSignal;
  /** Whether a wallet is left out this time. */
  readonly isHeldBack?: (walletId: string) => boolean;
}

interface ExpireWallet {
  readonly walletId: string;
  readonly requestId: string;
}

const NONE: Expired = { wallets: 0, credits: 0, amount: 0n, holds: 0, failures: [] };
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
    const expiries = advance.entries.filter((entry) => entry.kind === 'EXPIRY');
    const amount = sum(expiries.map((entry) => entry.amount));
    const holds = advance.entries.length - expiries.length;
    return { ...NONE, wallets: 1, credits: expiries.length, amount, holds };
  },
};

/**
 * Books every credit whose time has come and every hold that has met its deadline, page by page, beside interactive work; nothing while the time is not sure. Late,
 * twice or in two processes at once: nothing changes but when it is booked (product rule 5). A wallet that fails keeps no
 * other waiting.
 */
export async function expireCredits(
  app: App,
  requestId: string,
  { signal, isHeldBack = () => false }: ExpiryRunTerms = {},
): Promise<Expired> {
  let total = NONE;
  for await (const page of app.stores.wallets.findDue(app.now(), PAGE)) {
    if (signal?.aborted || app.trust() !== 'FULL') break;
    const ids = page.filter((id) => !isHeldBack(id));
    total = plus(total, await expireWallets(app, ids, requestId, 'BACKGROUND'));
  }
  return total;
}

/** Books what is due on these wallets, each by itself. */
export async function expireWallets(
  app: App,
  walletIds: readonly string[],
  requestId: string,
  priority: Priority,
): Promise<Expired> {
  const booked = walletIds.map((walletId) =>
    app.engine
      .submit(useCase, { walletId, requestId }, priority)
      .catch((error: unknown): Expired => ({ ...NONE, failures: [{ walletId, error }] })),
  );
  return (await Promise.all(booked)).reduce(plus, NONE);
}

function plus(a: Expired, b: Expired): Expired {
  return {
    wallets: a.wallets + b.wallets,
    credits: a.credits + b.credits,
    amount: a.amount + b.amount,
    holds: a.holds + b.holds,
    failures: b.failures.length === 0 ? a.failures : [...a.failures, ...b.failures],
  };
}
