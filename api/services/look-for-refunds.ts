import type { Instant } from '../domain/calendar.ts';
import { paymentEventId, type PaymentClaim, type PaymentEvent } from '../domain/payment-event.ts';
import type { PaymentReview } from '../domain/payment-review.ts';
import { refundCalled } from '../domain/top-up-refund.ts';
import { PaymentUnavailable, REFUNDS_AT_ONCE } from '../payments/payment-provider.ts';
import type { App } from './app.ts';
import { lookAtEvent } from './look-at-event.ts';

/** A refund that takes longer than this has failed at the bank, and the provider tells of it for weeks. */
const LOOKED_BACK_MS = 14 * 86_400_000;

export interface FoundRefunds {
  /** How many said something that no notification had told. */
  readonly found: number;
  /** After how many the next look goes on; 0 begins anew. */
  readonly next: number;
}

/**
 * Asks the provider for a page of its latest refunds, and takes those of our payments that no notification has told of, or not how
 * far they have come, as if it had. The provider lists the newest first, so what is refunded meanwhile moves others to later pages,
 * and none is passed over. A provider that does not answer is asked the same again.
 */
export async function lookForRefunds(app: App, skip: number, requestId: string): Promise<FoundRefunds> {
  const { provider } = app.payments;
  if (!provider) return { found: 0, next: 0 };
  const page = await provider.refundsSince(app.now() - LOOKED_BACK_MS, skip).catch((error: unknown) => {
    if (error instanceof PaymentUnavailable) return null;
    throw error;
  });
  if (!page) return { found: 0, next: skip };
  const untold = await untoldOf(app, provider.name, page.refunds);
  for (const claim of untold) await takeAsTold(app, provider.name, claim, requestId);
  return { found: untold.length, next: page.isMore ? skip + REFUNDS_AT_ONCE : 0 };
}

/** Those of payments that we know, as far as they are news. */
async function untoldOf(
  app: App,
  provider: string,
  refunds: readonly PaymentClaim[],
): Promise<PaymentClaim[]> {
  const paymentIds = [...new Set(refunds.map(({ paymentId }) => paymentId))];
  const [topUps, reviews] = await Promise.all([
    app.stores.topUps.findByPaymentIds(provider, paymentIds),
    app.stores.paymentReviews.ofPayments(provider, paymentIds),
  ]);
  const known = new Set([
    ...topUps.flatMap(({ payments }) => payments.map(({ id }) => id)),
    ...reviews.map(({ paymentId }) => paymentId),
  ]);
  const isOwnTold = (claim: PaymentClaim) =>
    topUps.some((topUp) => {
      const refund = refundCalled(topUp, { receipt: claim.receipt, refundId: claim.id });
      return refund !== null && (claim.state === 'PENDING' || refund.status !== 'PROCESSING');
    });
  return refunds.filter(
    (claim) =>
      known.has(claim.paymentId) && !isOwnTold(claim) && !reviews.some((each) => isTold(each, claim)),
  );
}

/** Whether a review says of a refund what the provider says. */
function isTold({ claim, refund, providerReference }: PaymentReview, told: PaymentClaim): boolean {
  if (claim) return providerReference === told.id && (told.state === 'PENDING' || claim.state === told.state);
  if (refund?.refundId !== told.id && refund?.receipt !== told.receipt) return false;
  return told.state === 'PENDING' || refund.status === (told.state === 'FINAL' ? 'DONE' : 'FAILED');
}

async function takeAsTold(app: App, provider: string, claim: PaymentClaim, requestId: string): Promise<void> {
  const event = eventOf(provider, claim, app.now());
  if (await app.stores.paymentEvents.receive(event)) await lookAtEvent(app, event, requestId);
}

/** The notification that did not come. What of it cannot be dealt with now, the poller takes up like any other. */
function eventOf(provider: string, claim: PaymentClaim, now: Instant): PaymentEvent {
  const eventId = `found-${claim.id}-${claim.state}`;
  return {
    ...{ id: paymentEventId(provider, eventId), provider, eventId, name: 'refund.found', version: 1 },
    ...{ status: 'RECEIVED', providerIds: [], reference: null, topUpId: null, problem: null },
    ...{ report: null, claim, receivedAt: now, processedAt: null },
  };
}
