import { createHash } from 'node:crypto';
import type { Instant } from '../domain/calendar.ts';
import type { Paise } from '../domain/money.ts';
import {
  awaitsOffer,
  isOffered,
  isOpen,
  mayBeRenewed,
  nextPoll,
  offered,
  providerReference,
  restarted,
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
import { settleTopUp } from './settle-top-up.ts';

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
    const expiresAt = now + payments.expiryMs;
    const begun = { id, walletId: customerId, amount, method, note, provider, intent, expiresAt };
    const topUp = begunPayment(begun, payments, now);
    work.put('topUps', id, topUp);
    return { topUp, replayed: false };
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
    if (!topUp || isOffered(topUp)) return topUp ?? null;
    const after = offered(topUp, offer, now);
    work.put('topUps', id, after);
    return after;
  },
};

interface Restart {
  readonly id: string;
  readonly payments: Payments;
}

/** Gives more time to what ran out of it, or waits for its provider still. Of several calls at once one does, and all pay by it. */
const restart: UseCase<Restart, TopUp | null> = {
  name: 'restartTopUp',
  reads: ({ id }) => ({ topUps: [id] }),
  decide: ({ id, payments }, work, { now }) => {
    const topUp = work.get('topUps', id);
    if (!topUp || !(mayBeRenewed(topUp, now) || awaitsOffer(topUp))) return topUp ?? null;
    const after = restarted(topUp, now, payments);
    work.put('topUps', id, after);
    return after;
  },
};

/**
 * Begins a payment into the customer's own wallet. Nothing is credited by this: only what the provider says it has collected
 * is. A call that stopped half way is taken up where it stood when it is repeated with its key; one that is repeated after the
 * time to pay was over is given more, and a new way to pay once the one before is closed.
 */
export async function startTopUp(
  app: App,
  input: StartTopUp,
  requestId = create.name,
): Promise<Started | Refused> {
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
  if ('refused' in started) return started;
  const topUp = await payable(app, payments.provider, started, requestId).catch(butBegun);
  return topUp ? { ...started, topUp } : { refused: { code: 'PAYMENT_UNAVAILABLE' } };
}

/** What the second step could not do is not to be told as if the first had not been done. */
function butBegun(error: unknown): never {
  throw error instanceof TryAgain ? new OutcomeUnknown({ cause: error }) : error;
}

/** The top-up with a way to pay it, if it still can be paid; null when the provider does not answer. */
async function payable(
  app: App,
  provider: PaymentProvider,
  { topUp, replayed }: Started,
  requestId: string,
): Promise<TopUp | null> {
  const mayGoOn = awaitsOffer(topUp) || mayBeRenewed(topUp, app.now());
  if (!mayGoOn) return topUp;
  if (topUp.provider !== provider.name) return isOpen(topUp) ? null : topUp;
  try {
    const again = replayed ? await givenTime(app, provider, topUp, requestId) : topUp;
    const open = await offeredBy(app, provider, again);
    if (open?.status !== 'EXPIRED') return open;
    // A call whose answer was lost had made it payable, and that time is over too.
    return await offeredBy(app, provider, await givenTime(app, provider, open, requestId));
  } catch (error) {
    if (error instanceof PaymentUnavailable) return null;
    throw error;
  }
}

/** What was offered before is closed first, so that nobody can pay twice; what had been paid by it until then settles. */
async function givenTime(
  app: App,
  provider: PaymentProvider,
  topUp: TopUp,
  requestId: string,
): Promise<TopUp> {
  if (topUp.providerIds.length > 0) {
    const state = await provider.withdraw(topUp.providerIds);
    const settlement = await settleTopUp(app, topUp, { ...state, requestId });
    if (settlement && !mayBeRenewed(settlement.topUp, app.now()) && !awaitsOffer(settlement.topUp))
      return settlement.topUp;
  }
  return (await app.engine.submit(restart, { id: topUp.id, payments: app.payments })) ?? topUp;
}

/** The top-up once the provider has said how to pay it, where that is open; throws `PaymentUnavailable` when it does not answer. */
export async function offeredBy(app: App, provider: PaymentProvider, topUp: TopUp): Promise<TopUp | null> {
  if (!awaitsOffer(topUp)) return topUp;
  const { amount, method, expiresAt } = topUp;
  const made = await provider.open({ reference: providerReference(topUp), amount, method, expiresAt });
  return app.engine.submit(offer, { id: topUp.id, offer: made });
}

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The record of a payment that nobody was asked for yet. */
export function begunPayment(
  { id, walletId, amount, method, note, provider, intent, expiresAt }: Begun,
  { pollAfterMs }: Payments,
  now: Instant,
): TopUp {
  const topUp: TopUp = {
    ...{ id, walletId, version: 1, amount, method, note, reference: referenceOf(id) },
    ...{ status: 'CREATED', provider, providerIds: [], checkoutUrl: null, upiIntent: null },
    ...{ failureReason: null, payments: [], doubts: [], nextPollAt: null },
    ...{ expiresAt, createdAt: now, updatedAt: now, settledAt: null, intent },
  };
  return { ...topUp, nextPollAt: nextPoll(topUp, now, pollAfterMs) };
}

type Begun = Pick<
  TopUp,
  'id' | 'walletId' | 'amount' | 'method' | 'note' | 'provider' | 'intent' | 'expiresAt'
>;

/** What a customer quotes: twelve characters without look-alikes, the same for the same key. 60 bits; the index is unique. */
function referenceOf(id: string): string {
  const bytes = createHash('sha256').update(`top-up ${id}`).digest().subarray(0, 12);
  return `TOP-${[...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;
}
