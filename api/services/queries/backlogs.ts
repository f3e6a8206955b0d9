import type { Instant } from '../../domain/calendar.ts';
import type { App } from '../app.ts';
import { MOST_COUNTED } from './most-counted.ts';
import { paymentState } from './payment-state.ts';

export interface Backlog {
  readonly kind: 'EXPIRIES' | 'PAYMENTS' | 'NOTIFICATIONS' | 'REVIEWS' | 'APPROVALS' | 'JOBS';
  /** Counts no further than `MOST_COUNTED`; null where that is not counted. */
  readonly waiting: number | null;
  readonly since: Instant | null;
  readonly lagSeconds: number;
}

/** What waits to be done, by the server or by a person: short reads, each by an index and up to a limit. */
export async function backlogs(app: App): Promise<Backlog[]> {
  const { wallets, approvals, jobs } = app.stores;
  const now = app.now();
  const [payments, due, soonest, pending, running] = await Promise.all([
    paymentState(app),
    wallets.countDue(now, MOST_COUNTED),
    wallets.soonestExpiry(),
    approvals.count({ statuses: ['PENDING'] }, now, MOST_COUNTED),
    jobs.count({ statuses: ['RUNNING', 'PAUSED'] }, MOST_COUNTED),
  ]);
  const late = (kind: Backlog['kind'], waiting: number | null, since: Instant | null): Backlog => {
    const lagSeconds = since === null ? 0 : Math.max(0, Math.floor((now - since) / 1_000));
    return { kind, waiting, since, lagSeconds };
  };
  return [
    late('EXPIRIES', due, due > 0 ? soonest : null),
    late('PAYMENTS', null, payments.pollDueSince),
    late('NOTIFICATIONS', payments.eventsWaiting, payments.eventsWaitingSince),
    late('REVIEWS', payments.reviewsOpen, payments.reviewsOpenSince),
    late('APPROVALS', pending, null),
    late('JOBS', running, null),
  ];
}
