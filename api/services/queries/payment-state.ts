import type { Instant } from '../../domain/calendar.ts';
import { LEFT_AFTER_MS } from '../../domain/payment-event.ts';
import type { App } from '../app.ts';

/** What of the payments waits, in all processes together. */
export interface PaymentState {
  /** Since when the top-up that has waited longest is to be asked about; null when none is due. */
  readonly pollDueSince: Instant | null;
  /** Notifications that were stored and not looked at, or in vain; counts no further than `MOST`. */
  readonly eventsWaiting: number;
  readonly eventsWaitingSince: Instant | null;
  /** Reviews that wait for a person; counts no further than `MOST`. */
  readonly reviewsOpen: number;
  readonly reviewsOpenSince: Instant | null;
}

const MOST = 10_000;

/** What of the payments waits now: a few short reads. */
export async function paymentState(app: App): Promise<PaymentState> {
  const { topUps, paymentEvents, paymentReviews } = app.stores;
  const now = app.now();
  const [pollDueSince, events, reviewsOpen, reviewsOpenSince] = await Promise.all([
    topUps.dueSince(now),
    paymentEvents.waiting(now - LEFT_AFTER_MS, MOST),
    paymentReviews.count({ statuses: ['OPEN'] }, MOST),
    paymentReviews.openSince(),
  ]);
  const waiting = { eventsWaiting: events.count, eventsWaitingSince: events.since };
  return { pollDueSince, ...waiting, reviewsOpen, reviewsOpenSince };
}
