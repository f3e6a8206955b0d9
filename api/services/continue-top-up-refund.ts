import type { PaymentClaim, PaymentEvent, PaymentEventStatus } from '../domain/payment-event.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { TopUp, TopUpRefund } from '../domain/top-up.ts';
import { refundCalled, refundsUnderWay, withNews, type RefundNews } from '../domain/top-up-refund.ts';
import type { WalletCommand } from '../domain/wallet/commands.ts';
import { advanced } from '../domain/wallet/decide.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { Scope } from '../ledger/working-set.ts';
import { PaymentUnavailable, RefundRefused } from '../payments/payment-provider.ts';
import type { App } from './app.ts';
import { providerStep } from './checkout-steps.ts';
import { closed } from './close-event.ts';
import { endGiftRefund } from './gift-steps.ts';
import { intentOf, keyedEntryId } from './idempotency.ts';
import { PAYMENTS } from './open-review.ts';

interface Told {
  readonly topUp: Pick<TopUp, 'id' | 'walletId' | 'giftCard' | 'checkout'>;
  readonly refund: TopUpRefund;
  /** Null where the provider did not say. */
  readonly news: RefundNews | null;
  /** The notification that told it; null where the provider was asked. */
  readonly eventId: string | null;
  readonly requestId: string;
}

/** What a provider says of a refund: given back, it is taken from its hold; failed, the hold gives it back. Once, whoever learns of it. */
const hear: UseCase<Told, PaymentEventStatus | null> = {
  name: 'followTopUpRefund',
  reads: ({ topUp, refund, eventId }) => ({
    topUps: [topUp.id],
    wallets: [topUp.walletId],
    entries: [refund.creditId, endIdOf(topUp.walletId, refund)],
    reversalsOf: [refund.creditId],
    ...(topUp.giftCard && { giftCards: [topUp.giftCard.id], gifts: [topUp.id] }),
    ...(eventId !== null && { paymentEvents: [eventId] }),
  }),
  decide: (told, work, context) => {
    const { eventId, news } = told;
    const event = eventId === null ? null : work.get('paymentEvents', eventId);
    if (eventId !== null && event?.status !== 'RECEIVED') return null;
    const before = work.get('topUps', told.topUp.id);
    const refund = before && refundCalled(before, told.refund);
    const isOpen = refund?.status === 'PROCESSING';
    if (before && isOpen) {
      if (news && news.status !== 'PROCESSING') end(told, news, work, context);
      work.put('topUps', before.id, withNews(before, refund.receipt, news, context.now));
    }
    const status = isOpen && news?.status !== 'PROCESSING' ? 'APPLIED' : 'NO_CHANGE';
    if (event) {
      const closing = { topUpId: told.topUp.id, problem: null };
      work.put('paymentEvents', event.id, closed(event, status, closing, context.now));
    }
    return status;
  },
};

function end({ topUp, refund, requestId }: Told, { status }: RefundNews, work: Scope, context: BatchContext) {
  // What paid an order was in no wallet: where it went, the payment alone says.
  if (topUp.checkout) return;
  const { walletId } = topUp;
  const { now, policy } = context;
  if (topUp.giftCard && status !== 'PROCESSING')
    return endGiftRefund(providerStep(work, context, requestId), topUp.id, refund, status);
  const wallet = work.get('wallets', walletId) ?? null;
  // A dispute that was lost meanwhile may have left nothing of it.
  if (!wallet?.holds.some(({ id }) => id === refund.holdId)) return;
  const advance = advanced(wallet, status === 'DONE' ? taking(refund, work) : releasing(refund), walletId, {
    ...{ now, policy, actor: PAYMENTS, requestId, entryId: endIdOf(walletId, refund) },
    intent: intentOf('followTopUpRefund', { receipt: refund.receipt }),
  });
  if (isRefusal(advance))
    throw new Error(`The refund ${refund.receipt} could not be ended: ${advance.code}.`);
  work.append(advance.wallet, advance.entries);
}

function taking({ creditId, holdId, amount, receipt }: TopUpRefund, work: Scope): WalletCommand {
  const credit = work.entry(creditId);
  if (credit?.kind !== 'CREDIT') throw new Error(`There is no credit ${creditId} to take back.`);
  const earlier = work.named('reversalsOf', creditId);
  const reason = `Paid back to where it was paid from: ${receipt}`;
  return { kind: 'REVERSE', credit, earlier, reason, claim: { amount, expiries: [], holdId } };
}

function releasing({ holdId, receipt }: TopUpRefund): WalletCommand {
  const reason = `It could not be paid back to where it was paid from: ${receipt}`;
  return { kind: 'RELEASE_HOLD', holdId, purpose: 'REFUND_TO_SOURCE', reason, entries: [] };
}

/** Asks the provider for the refunds of a top-up that are under way, as often as it takes, and does what comes of that. */
export async function continueTopUpRefunds(app: App, topUpId: string, requestId: string): Promise<void> {
  const topUp = (await app.stores.topUps.load([topUpId])).get(topUpId);
  for (const refund of topUp ? refundsUnderWay(topUp) : []) {
    if (!topUp) return;
    const news = await newsOf(app, topUp, refund);
    await app.engine.submit(hear, { topUp, refund, news, eventId: null, requestId });
  }
}

/**
 * What has become of it; one that the provider does not know is asked for. It is looked for first, each time: what an answer that was
 * lost has made may be too old to be known by its name, and a refusal of a second one would read as a failure of the first.
 */
async function newsOf(app: App, { provider: name }: TopUp, refund: TopUpRefund): Promise<RefundNews | null> {
  const { provider } = app.payments;
  if (provider?.name !== name) return null;
  try {
    return (await provider.findRefund(refund)) ?? (await provider.refund(refund));
  } catch (error) {
    if (error instanceof RefundRefused) return { status: 'FAILED', refundId: null };
    if (error instanceof PaymentUnavailable) return null;
    throw error;
  }
}

const STATUS_OF = { PENDING: 'PROCESSING', FINAL: 'DONE', DROPPED: 'FAILED' } as const;

/** Applies a notification about a refund that we have asked for; null where it is about none of these. */
export async function applyOwnRefund(
  app: App,
  { id: eventId, provider }: PaymentEvent,
  { kind, id: refundId, paymentId, receipt, state }: PaymentClaim,
  requestId: string,
): Promise<{ readonly status: PaymentEventStatus | null } | null> {
  if (kind !== 'REFUND') return null;
  const [topUp] = await app.stores.topUps.findByPaymentIds(provider, [paymentId]);
  const refund = topUp && refundCalled(topUp, { receipt, refundId });
  if (!topUp || !refund) return null;
  const news = { status: STATUS_OF[state], refundId };
  return { status: await app.engine.submit(hear, { topUp, refund, news, eventId, requestId }) };
}

/** One for each refund: it is taken or given back, never both. */
function endIdOf(walletId: string, { receipt }: TopUpRefund): string {
  return keyedEntryId(walletId, `refund-end:${receipt}`);
}
