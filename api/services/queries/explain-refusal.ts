import type { Paise } from '../../domain/money.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { claimIdOf } from '../../domain/reward.ts';
import type { Entry } from '../../domain/wallet/entries.ts';
import { walletIdOf } from '../../domain/wallet/entry-id.ts';
import { addingCredits } from '../add-credits.ts';
import type { App } from '../app.ts';
import { previewReferral } from '../apply-referral.ts';
import type { Caller } from '../caller.ts';
import { previewClaim } from '../claim-reward.ts';
import { deductingCredits } from '../deduct-credits.ts';
import type { Outcome, Refused } from '../outcome.ts';
import { refundingCredits } from '../refund-credits.ts';
import type { Keyed, WalletAct } from '../wallet-use-case.ts';
import { findStatusChanges } from './find-status-changes.ts';

/** What somebody tried, as far as it is decided on. Amounts in paise. */
export type Attempt =
  | { readonly act: 'DEDUCT_CREDITS'; readonly amount: Paise; readonly orderId: string | null }
  | { readonly act: 'ADD_CREDITS'; readonly amount: Paise }
  | { readonly act: 'REFUND_CREDITS'; readonly debitId: string; readonly amount: Paise | null }
  | { readonly act: 'CLAIM_REWARD'; readonly rewardId: string }
  | { readonly act: 'APPLY_REFERRAL'; readonly code: string };

export interface ExplainedRefusal {
  /** Null when it would be done now. */
  readonly refused: Refusal | null;
  /** What it was decided by, as far as the journal tells. */
  readonly entries: readonly Entry[];
}

const REASON = 'Explained';
/** As many of the last entries tell why too little is left. */
const LATEST = 3;

/** What would come of an attempt now, by the use case that it is: run dry, with nothing written. And what in the journal that goes by. */
export async function explainRefusal(
  app: App,
  caller: Caller,
  customerId: string,
  attempt: Attempt,
): Promise<ExplainedRefusal> {
  const outcome = await tried(app, caller, customerId, attempt);
  if (!('refused' in outcome)) return { refused: null, entries: [] };
  const { refused } = outcome;
  return { refused, entries: await entriesBehind(app, customerId, attempt, refused) };
}

async function tried(
  app: App,
  caller: Caller,
  customerId: string,
  attempt: Attempt,
): Promise<Outcome | Refused> {
  const idempotencyKey = app.ids.unique();
  const common = { customerId, idempotencyKey, reason: REASON };
  switch (attempt.act) {
    case 'DEDUCT_CREDITS': {
      const { amount, orderId } = attempt;
      const order = { orderId: orderId ?? REASON, onlyOnce: orderId !== null };
      return dry(app, caller, deductingCredits, { ...common, amount, ...order });
    }
    case 'ADD_CREDITS': {
      const granted = { source: 'MANUAL', expiresAt: null, orderId: null } as const;
      return dry(app, caller, addingCredits, { ...common, amount: attempt.amount, ...granted });
    }
    case 'REFUND_CREDITS': {
      const { debitId, amount } = attempt;
      if (walletIdOf(debitId) !== customerId) return { refused: { code: 'DEBIT_NOT_FOUND' } };
      return dry(app, caller, refundingCredits, { debitId, amount, reason: REASON, idempotencyKey });
    }
    case 'CLAIM_REWARD':
      return previewClaim(app, caller, { customerId, idempotencyKey, rewardId: attempt.rewardId });
    case 'APPLY_REFERRAL':
      return previewReferral(app, caller, { customerId, idempotencyKey, code: attempt.code });
  }
}

function dry<I extends Keyed, E extends Entry>(
  app: App,
  caller: Caller,
  { useCase, request }: WalletAct<I, E>,
  input: I,
): Promise<Outcome<E>> {
  return app.engine.preview(useCase, request(caller, input));
}

async function entriesBehind(
  { stores, ...app }: App,
  customerId: string,
  attempt: Attempt,
  refused: Refusal,
): Promise<readonly Entry[]> {
  const wallet = (await stores.wallets.load([customerId])).get(customerId);
  if (!wallet) return [];
  switch (refused.code) {
    case 'WALLET_FROZEN':
    case 'WALLET_SUSPENDED':
      return (await findStatusChanges({ stores, ...app }, wallet)).slice(0, 1);
    case 'INSUFFICIENT_FUNDS': {
      const taken = {
        kinds: ['DEBIT', 'EXPIRY', 'REVERSAL'],
        afterSeq: wallet.seq - 50,
        upToSeq: wallet.seq,
      } as const;
      return stores.journal.range(customerId, taken, 'NEWEST_FIRST', LATEST);
    }
    case 'ORDER_ALREADY_PAID':
      return [refused.debit];
    case 'REFUND_EXCEEDS_DEBIT':
    case 'TOO_MANY_REFUNDS': {
      if (attempt.act !== 'REFUND_CREDITS') return [];
      const { debitId } = attempt;
      const [debits, refunds] = await Promise.all([
        stores.journal.load([debitId]),
        stores.journal.refundsOf([debitId]),
      ]);
      return [...debits.values(), ...refunds];
    }
    case 'REWARD_ALREADY_CLAIMED': {
      if (attempt.act !== 'CLAIM_REWARD') return [];
      const id = claimIdOf(attempt.rewardId, customerId);
      const claim = (await stores.claims.load([id])).get(id);
      return claim ? [...(await stores.journal.load([claim.entryId])).values()] : [];
    }
    default:
      return [];
  }
}
