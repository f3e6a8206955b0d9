import type { Instant } from '../domain/calendar.ts';
import type { Paise } from '../domain/money.ts';
import type { Purchase } from '../domain/purchase.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { advanced } from '../domain/wallet/decide.ts';
import { entryIdOf } from '../domain/wallet/entry-id.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Refused } from './outcome.ts';

export interface RecordPurchase {
  readonly orderId: string;
  readonly customerId: string;
  /** What the whole order came to, in paise. */
  readonly amount: Paise;
  readonly purchasedAt: Instant;
}

export interface Recorded {
  readonly purchase: Purchase;
  readonly replayed: boolean;
}

interface Asked extends RecordPurchase {
  readonly caller: Caller;
}

/** The order's id is its key: it is recorded once, whoever reports it how often. */
const useCase: UseCase<Asked, Recorded | Refused> = {
  name: 'recordPurchase',
  reads: ({ orderId, customerId }) => ({
    purchases: [orderId],
    customers: [customerId],
    wallets: [customerId],
    debitsOf: [entryIdOf(customerId, orderId)],
  }),
  decide: (asked, work, { now, policy }) => {
    const { orderId, customerId, amount, purchasedAt, caller } = asked;
    const first = work.get('purchases', orderId);
    if (first)
      return isSame(first, asked) ? { purchase: first, replayed: true } : { refused: conflictWith(first) };
    if (!work.get('customers', customerId)) return { refused: { code: 'CUSTOMER_NOT_FOUND', customerId } };
    const wrong = whyNotRecordable(asked, now);
    if (wrong) return { refused: wrong };
    const purchase = { id: orderId, customerId, amount, at: purchasedAt, recordedAt: now };
    work.put('purchases', orderId, purchase);
    const wallet = work.get('wallets', customerId);
    if (wallet) {
      const context = {
        now,
        policy,
        ...caller,
        entryId: entryIdOf(customerId, `purchase:${orderId}`),
        intent: null,
      };
      const debits = work.named('debitsOf', entryIdOf(customerId, orderId));
      const command = { kind: 'PURCHASE', orderId, total: amount, debits } as const;
      const advance = advanced(wallet, command, customerId, context);
      if (isRefusal(advance)) return { refused: advance };
      work.append(advance.wallet, advance.entries);
    }
    return { purchase, replayed: false };
  },
};

function isSame(first: Purchase, { customerId, amount, purchasedAt }: RecordPurchase): boolean {
  return first.customerId === customerId && first.amount === amount && first.at === purchasedAt;
}

function conflictWith(first: Purchase): Refusal {
  return { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: first.recordedAt };
}

function whyNotRecordable({ amount, purchasedAt }: RecordPurchase, now: Instant): Refusal | null {
  if (amount < 1n)
    return { code: 'INVALID_INPUT', field: 'amount', problem: 'An order comes to more than nothing.' };
  if (purchasedAt > now)
    return { code: 'INVALID_INPUT', field: 'purchasedAt', problem: 'A purchase lies in the past.' };
  return null;
}

/**
 * Notes an order that the shop reports after checkout. It counts for rewards with a minimum purchase, and for tiers by
 * spend with the part that is not paid with credits, because debits count by themselves, before it and after.
 */
export function recordPurchase(app: App, caller: Caller, input: RecordPurchase): Promise<Recorded | Refused> {
  return app.engine.submit(useCase, { ...input, caller });
}
