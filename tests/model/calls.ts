import { addCredits } from '../../api/services/add-credits.ts';
import type { App } from '../../api/services/app.ts';
import { captureHold } from '../../api/services/capture-hold.ts';
import { claimReward } from '../../api/services/claim-reward.ts';
import { createWallet } from '../../api/services/create-wallet.ts';
import { deductCredits } from '../../api/services/deduct-credits.ts';
import { extendExpiry } from '../../api/services/extend-expiry.ts';
import type { Outcome } from '../../api/services/outcome.ts';
import { placeHold } from '../../api/services/place-hold.ts';
import { recordPurchase } from '../../api/services/record-purchase.ts';
import { refundCredits } from '../../api/services/refund-credits.ts';
import { releaseHold } from '../../api/services/release-hold.ts';
import { reverseCredit } from '../../api/services/reverse-credit.ts';
import { setWalletStatus } from '../../api/services/set-wallet-status.ts';
import { callerOf } from '../support/app.ts';
import { answerOf, refusalOf, type Answer } from './answers.ts';
import type { Ask } from './asks.ts';
import type { ModelWallet } from './model-wallet.ts';

const admin = callerOf('ADMIN');

/** Asks the product through the service that is there for it. The key makes it one and the same request. */
export async function call(app: App, wallet: ModelWallet, ask: Ask, key: string) {
  if (ask.kind === 'PURCHASE') return purchase(app, wallet, ask.amount, key);
  return answerOf(await outcomeOf(app, wallet, ask, key));
}

function outcomeOf(
  app: App,
  wallet: ModelWallet,
  ask: Exclude<Ask, { kind: 'PURCHASE' }>,
  idempotencyKey: string,
): Promise<Outcome> {
  const customerId = wallet.id;
  switch (ask.kind) {
    case 'OPEN':
      return createWallet(app, admin, { customerId, idempotencyKey });
    case 'CREDIT': {
      const { amount, source, reason, expiresOn: expiresAt } = ask;
      return addCredits(app, admin, {
        ...{ customerId, amount, source, reason, expiresAt, orderId: null },
        idempotencyKey,
      });
    }
    case 'DEBIT':
      return deductCredits(app, admin, {
        ...{ customerId, amount: ask.amount, orderId: `order-of-${idempotencyKey}`, reason: null },
        ...(ask.quoted !== undefined && { quotedSeq: ask.quoted }),
        idempotencyKey,
      });
    case 'PLACE_HOLD':
      return placeHold(app, admin, {
        ...{ customerId, amount: ask.amount, orderId: `order-of-${idempotencyKey}`, reason: null },
        ...{ expiresAt: ask.until, idempotencyKey },
      });
    case 'CAPTURE_HOLD': {
      const { amount, isFinal } = ask;
      const holdId = wallet.nameOf(ask.hold);
      return captureHold(app, admin, { holdId, amount, isFinal, reason: null, idempotencyKey });
    }
    case 'RELEASE_HOLD':
      return releaseHold(app, admin, {
        ...{ holdId: wallet.nameOf(ask.hold), reason: ask.reason, idempotencyKey },
      });
    case 'REFUND': {
      const { amount, reason } = ask;
      return refundCredits(app, admin, {
        debitId: wallet.nameOf(ask.debit),
        amount,
        reason,
        idempotencyKey,
      });
    }
    case 'REVERSE':
      return reverseCredit(app, admin, {
        creditId: wallet.nameOf(ask.credit),
        reason: ask.reason,
        idempotencyKey,
      });
    case 'EXTEND': {
      const { expiresOn: expiresAt, reason } = ask;
      return extendExpiry(app, admin, {
        creditId: wallet.nameOf(ask.credit),
        expiresAt,
        reason,
        idempotencyKey,
      });
    }
    case 'SET_STATUS': {
      const { status, reason, role } = ask;
      return setWalletStatus(app, callerOf(role), { customerId, status, reason, idempotencyKey });
    }
    case 'CLAIM':
      return claimReward(app, admin, { rewardId: ask.rewardId, customerId, idempotencyKey });
  }
}

/** An order is its own key, and its answer tells of no entry. */
async function purchase(app: App, { id }: ModelWallet, amount: bigint, orderId: string): Promise<Answer> {
  const purchasedAt = app.now();
  const recorded = await recordPurchase(app, admin, { orderId, customerId: id, amount, purchasedAt });
  return 'refused' in recorded ? { refusal: refusalOf(recorded.refused) } : { entry: null, balance: null };
}
