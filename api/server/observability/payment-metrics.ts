import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Instant } from '../../domain/calendar.ts';
import type { PaymentObserver } from '../../payments/payment-observer.ts';
import type { PaymentState } from '../../services/queries/payment-state.ts';
import { sharedRead } from './shared-read.ts';

/** What payments wait for, and by which clock that is long. */
export interface PaymentReading {
  readonly state: PaymentState;
  readonly now: Instant;
}

export interface PaymentMetrics extends PaymentObserver {
  refundsFound(count: number): void;
  /** From where to read what waits: it is read when somebody looks, since the process that polls may be another. */
  reading(read: () => Promise<PaymentReading>): void;
}

const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What the server tells Prometheus about payments. */
export function paymentMetrics(registers: Registry[]): PaymentMetrics {
  const notifications = new Counter({
    name: 'payment_webhooks_total',
    help: 'Notifications of the payment provider: received, known or forged at the door, and what became of them.',
    labelNames: ['outcome'],
    registers,
  });
  const calls = new Counter({
    name: 'payment_provider_calls_total',
    help: 'Calls of the payment provider, by what came of them.',
    labelNames: ['operation', 'outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'payment_provider_call_duration_seconds',
    help: 'How long calls of the payment provider took, retries included.',
    labelNames: ['operation'],
    buckets: SECONDS,
    registers,
  });
  const refundsFound = new Counter({
    name: 'payment_refunds_found_total',
    help: 'Refunds found by looking through the provider’s, of which no notification had told.',
    registers,
  });
  const reading = waitingMetrics(registers);
  return {
    notification: (outcome) => notifications.inc({ outcome: outcome.toLowerCase() }),
    call({ operation, outcome, milliseconds }) {
      calls.inc({ operation, outcome });
      durations.observe({ operation }, milliseconds / 1_000);
    },
    refundsFound: (count) => refundsFound.inc(count),
    reading,
  };
}

type Figure = (reading: PaymentReading) => number;

const WAITING: readonly (readonly [string, string, Figure])[] = [
  [
    'payment_poll_lag_seconds',
    'How long the top-up that has waited longest has been due to be asked about; 0 when none is.',
    ({ state, now }) => secondsSince(state.pollDueSince, now),
  ],
  [
    'payment_webhooks_waiting',
    'Stored notifications that nobody has looked at, or in vain.',
    ({ state }) => state.eventsWaiting,
  ],
  [
    'payment_webhooks_waiting_seconds',
    'How long the oldest of those has waited; 0 when none does.',
    ({ state, now }) => secondsSince(state.eventsWaitingSince, now),
  ],
  [
    'payment_reviews_open',
    'Payments, refunds and disputes that wait for a person.',
    ({ state }) => state.reviewsOpen,
  ],
  [
    'payment_reviews_oldest_seconds',
    'How long the oldest of those has waited; 0 when none does.',
    ({ state, now }) => secondsSince(state.reviewsOpenSince, now),
  ],
];

function waitingMetrics(registers: Registry[]): PaymentMetrics['reading'] {
  const { from, once } = sharedRead<PaymentReading>();
  for (const [name, help, figure] of WAITING) {
    new Gauge({
      ...{ name, help, registers },
      async collect() {
        const known = await once();
        if (known) this.set(figure(known));
      },
    });
  }
  return from;
}

function secondsSince(since: Instant | null, now: Instant): number {
  return since === null ? 0 : Math.max(0, now - since) / 1_000;
}
