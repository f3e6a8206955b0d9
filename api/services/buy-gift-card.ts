import { unused, withUsed } from '../domain/act-limits.ts';
import { addDays } from '../domain/calendar.ts';
import { boughtOnDayId, whyNotBought } from '../domain/gift-card/bought-card.ts';
import type { Paise } from '../domain/money.ts';
import type { Refusal } from '../domain/refusal.ts';
import { awaitsOffer, type PaymentMethod, type TopUp } from '../domain/top-up.ts';
import { mustBeActive } from '../domain/wallet/checks.ts';
import { OutcomeUnknown, TryAgain } from '../ledger/errors.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { Reads, Scope } from '../ledger/working-set.ts';
import { PaymentUnavailable, type Payments } from '../payments/payment-provider.ts';
import type { App } from './app.ts';
import { boughtCardId } from './bought-card-steps.ts';
import { intentOf, keyedEntryId } from './idempotency.ts';
import type { Refused } from './outcome.ts';
import { begunPayment, offeredBy, type Started } from './start-top-up.ts';

export interface BuyGiftCard {
  readonly customerId: string;
  /** In paise. */
  readonly amount: Paise;
  readonly method: PaymentMethod;
  readonly idempotencyKey: string;
}

interface Asked {
  readonly id: string;
  readonly intent: string;
  readonly input: BuyGiftCard;
  readonly provider: string;
  readonly payments: Payments;
  /** The days that it may count against: it may be decided just after midnight. */
  readonly days: readonly string[];
}

/** Writes the payment down before anybody is asked for money, with the card that it buys. There is no card before it is paid. */
const begin: UseCase<Asked, Started | Refused> = {
  name: 'buyGiftCard',
  reads: ({ id, input, days }) => ({ ...purchaseReads(input.customerId, days), topUps: [id] }),
  decide: (asked, work, context) => {
    const { id, intent, input } = asked;
    const first = work.get('topUps', id);
    if (first?.intent === intent) return { topUp: first, replayed: true };
    if (first) return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: first.createdAt } };
    const refused = mayBuy(input, work, context);
    if (refused) return { refused };
    return { topUp: putPurchase({ ...asked, ...input }, work, context), replayed: false };
  },
};

/** What has to be read for a customer to begin to buy a card. */
export function purchaseReads(customerId: string, days: readonly string[]) {
  return { wallets: [customerId], limitUses: days } satisfies Reads;
}

/** The days that something begun now may count against. */
export function daysOfBuying(app: App, customerId: string): string[] {
  return [app.now(), addDays(app.now(), 1)].map((at) => boughtOnDayId(customerId, at));
}

/** Why a customer cannot begin to buy a card of this amount; null when they can. */
export function mayBuy(
  { customerId, amount }: Pick<BuyGiftCard, 'customerId' | 'amount'>,
  work: Scope,
  { now, policy }: BatchContext,
): Refusal | null {
  const wallet = work.get('wallets', customerId);
  if (!wallet) return { code: 'WALLET_NOT_FOUND', customerId };
  const { used } = work.get('limitUses', boughtOnDayId(customerId, now)) ?? unused('');
  return mustBeActive(wallet) ?? whyNotBought(amount, used, policy.giftCards);
}

interface Purchase extends Pick<BuyGiftCard, 'customerId' | 'amount' | 'method'> {
  /** Of the payment. */
  readonly id: string;
  readonly intent: string;
  readonly provider: string;
  readonly payments: Payments;
  readonly isGift?: true;
}

/** Writes down the payment of a card, and that it counts against the day of its buyer. */
export function putPurchase(purchase: Purchase, work: Scope, { now }: BatchContext): TopUp {
  const { id, customerId: walletId, amount, method, provider, payments, intent, isGift } = purchase;
  const day = boughtOnDayId(walletId, now);
  work.put('limitUses', day, withUsed(work.get('limitUses', day) ?? unused(day), amount));
  const expiresAt = now + payments.expiryMs;
  const begun = { id, walletId, amount, method, note: null, provider, intent, expiresAt };
  const payment = {
    ...begunPayment(begun, payments, now),
    giftCard: { id: boughtCardId(id), ...(isGift && { isGift }) },
  };
  work.put('topUps', id, payment);
  return payment;
}

/**
 * Begins to buy a gift card with a payment, never with credits. The card is made when the provider has collected it. A call that
 * stopped half way is taken up where it stood when it is repeated with its key.
 */
export async function buyGiftCard(app: App, input: BuyGiftCard): Promise<Started | Refused> {
  const { payments } = app;
  if (!payments.provider) return { refused: { code: 'PAYMENT_UNAVAILABLE' } };
  const started = await app.engine.submit(begin, {
    ...{ input, payments, provider: payments.provider.name, days: daysOfBuying(app, input.customerId) },
    id: keyedEntryId(input.customerId, input.idempotencyKey),
    intent: intentOf(begin.name, input),
  });
  return 'refused' in started ? started : payable(app, started);
}

/** The payment with a way to pay it, where it still can be; refused when the provider does not answer. */
export async function payable(app: App, started: Started): Promise<Started | Refused> {
  const { topUp } = started;
  const { provider } = app.payments;
  if (!awaitsOffer(topUp)) return started;
  if (provider?.name !== topUp.provider) return { refused: { code: 'PAYMENT_UNAVAILABLE' } };
  try {
    return { ...started, topUp: (await offeredBy(app, provider, topUp)) ?? topUp };
  } catch (error) {
    if (error instanceof PaymentUnavailable) return { refused: { code: 'PAYMENT_UNAVAILABLE' } };
    // What the second step could not do is not to be told as if the first had not been done.
    throw error instanceof TryAgain ? new OutcomeUnknown({ cause: error }) : error;
  }
}
