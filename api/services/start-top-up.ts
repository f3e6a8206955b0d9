import { createHash } from 'node:crypto';
import type { Paise } from '../domain/money.ts';
import {
  isOpen,
  nextPoll,
  offered,
  type PaymentMethod,
  type PaymentOffer,
  type TopUp,
} from '../domain/top-up.ts';
import { mustBeActive, mustBeWithin, mustHaveRoom } from '../domain/wallet/checks.ts';
import { asOf } from '../domain/wallet/decide.ts';
import { OutcomeUnknown, TryAgain } from '../ledger/errors.ts';
import type { UseCase } from '../ledger/use-case.ts';
import { PaymentUnavailable, type PaymentProvider, type Payments } from '../payments/payment-provider.ts';
import type { App } from './app.ts';
import { intentOf, keyedEntryId } from './idempotency.ts';
import type { Refused } from './outcome.ts';

export interface StartTopUp {
  readonly customerId: string;
  /** In paise. */
  readonly amount: Paise;
  readonly method: PaymentMethod;
  readonly note: string | null;
  readonly idempotencyKey: string;
}

export interface Started {
  readonly topUp: TopUp;
  readonly replayed: boolean;
}

interface Asked {
  readonly id: string;
  readonly intent: string;
  readonly input: StartTopUp;
  readonly provider: string;
  readonly payments: Payments;
}

/** Writes the top-up down before anybody is asked for money, so that a payment can never be without one. */
const create: UseCase<Asked, Started | Refused> = {
  name: 'startTopUp',
  reads: ({ id, input }) => ({ wallets: [input.customerId], topUps: [id] }),
  decide: ({ id, intent, input, provider, payments }, work, { now, policy }) => {
    const { customerId, amount, method, note } = input;
    const first = work.get('topUps', id);
    if (first?.intent === intent) return { topUp: first, replayed: true };
    if (first) return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: first.createdAt } };
    const wallet = work.get('wallets', customerId);
    if (!wallet) return { refused: { code: 'WALLET_NOT_FOUND', customerId } };
    const refused =
      mustBeActive(wallet) ??
      mustBeWithin(amount, policy.topUp) ??
      mustHaveRoom(asOf(wallet, now, policy), amount, policy);
    if (refused) return { refused };
    const topUp: TopUp = {
      ...{ id, walletId: customerId, version: 1, amount, method, note, reference: referenceOf(id) },
      ...{ status: 'CREATED', provider, providerIds: [], checkoutUrl: null, upiIntent: null },
      ...{ failureReason: null, payments: [], doubts: [], nextPollAt: null },
      ...{ expiresAt: now + payments.expiryMs, createdAt: now, updatedAt: now, settledAt: null, intent },
    };
    const watched = { ...topUp, nextPollAt: nextPoll(topUp, now, payments.pollAfterMs) };
    work.put('topUps', id, watched);
    return { topUp: watched, replayed: false };
  },
};

interface Offer {
  readonly id: string;
  readonly offer: PaymentOffer;
}

const offer: UseCase<Offer, TopUp | null> = {
  name: 'offerPayment',
  reads: ({ id }) => ({ topUps: [id] }),
  decide: ({ id, offer }, work, { now }) => {
    const topUp = work.get('topUps', id);
    // Two calls with the same key may both have asked the provider, which answered both the same.
    if (!topUp || topUp.providerIds.length > 0) return topUp ?? null;
    const after = offered(topUp, offer, now);
    work.put('topUps', id, after);
    return after;
  },
};

/**
 * Begins a payment into the customer's own wallet. Nothing is credited by this: only what the provider says it has collected
 * is. A call that stopped half way is taken up where it stood when it is repeated with its key.
 */
export async function startTopUp(app: App, input: StartTopUp): Promise<Started | Refused> {
  const { payments } = app;
  if (!payments.provider) return { refused: { code: 'PAYMENT_UNAVAILABLE' } };
  const { idempotencyKey: _, ...described } = input;
  const started = await app.engine.submit(create, {
    id: keyedEntryId(input.customerId, input.idempotencyKey),
    intent: intentOf(create.name, described),
    input,
    provider: payments.provider.name,
    payments,
  });
  if ('refused' in started || started.topUp.providerIds.length > 0 || !isOpen(started.topUp)) return started;
  const topUp = await openPayment(app, payments.provider, started.topUp).catch(butBegun);
  return topUp ? { ...started, topUp } : { refused: { code: 'PAYMENT_UNAVAILABLE' } };
}

/** What the second step could not do is not to be told as if the first had not been done. */
function butBegun(error: unknown): never {
  throw error instanceof TryAgain ? new OutcomeUnknown({ cause: error }) : error;
}

/** Asks the provider to collect a top-up; null when it does not answer. */
export async function openPayment(app: App, provider: PaymentProvider, topUp: TopUp): Promise<TopUp | null> {
  if (topUp.provider !== provider.name) return null;
  try {
    const { reference, amount, method, expiresAt } = topUp;
    const made = await provider.open({ reference, amount, method, expiresAt });
    return await app.engine.submit(offer, { id: topUp.id, offer: made });
  } catch (error) {
    if (error instanceof PaymentUnavailable) return null;
    throw error;
  }
}

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** What a customer quotes: twelve characters without look-alikes, the same for the same key. 60 bits; the index is unique. */
function referenceOf(id: string): string {
  const bytes = createHash('sha256').update(`top-up ${id}`).digest().subarray(0, 12);
  return `TOP-${[...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;
}
