import type { Instant } from '../domain/calendar.ts';
import {
  unknownHealth,
  type PaymentObserver,
  type ProviderHealth,
  type ProviderOperation,
} from './payment-observer.ts';
import { PaymentUnavailable, type PaymentProvider } from './payment-provider.ts';

export interface Watching {
  readonly now: () => Instant;
  /** Milliseconds on a clock that only moves forward. */
  readonly elapsed: () => number;
  readonly observer: PaymentObserver;
}

/** A provider whose calls are watched: none of them fails unseen, whoever makes it and whatever comes of it. */
export class ObservedProvider implements PaymentProvider {
  readonly inner: PaymentProvider;
  readonly #watching: Watching;
  #health = unknownHealth;

  constructor(inner: PaymentProvider, watching: Watching) {
    this.inner = inner;
    this.#watching = watching;
  }

  get name(): string {
    return this.inner.name;
  }

  get health(): ProviderHealth {
    return this.#health;
  }

  open(order: Parameters<PaymentProvider['open']>[0]): ReturnType<PaymentProvider['open']> {
    return this.#watched('open', () => this.inner.open(order));
  }

  lookUp(providerIds: readonly string[]): ReturnType<PaymentProvider['lookUp']> {
    return this.#watched('lookUp', () => this.inner.lookUp(providerIds));
  }

  withdraw(providerIds: readonly string[]): ReturnType<PaymentProvider['withdraw']> {
    return this.#watched('withdraw', () => this.inner.withdraw(providerIds));
  }

  refund(order: Parameters<PaymentProvider['refund']>[0]): ReturnType<PaymentProvider['refund']> {
    return this.#watched('refund', () => this.inner.refund(order));
  }

  findRefund(order: Parameters<PaymentProvider['findRefund']>[0]): ReturnType<PaymentProvider['findRefund']> {
    return this.#watched('findRefund', () => this.inner.findRefund(order));
  }

  refundsSince(
    ...asked: Parameters<PaymentProvider['refundsSince']>
  ): ReturnType<PaymentProvider['refundsSince']> {
    return this.#watched('refundsSince', () => this.inner.refundsSince(...asked));
  }

  read(notification: Parameters<PaymentProvider['read']>[0]): ReturnType<PaymentProvider['read']> {
    return this.inner.read(notification);
  }

  async #watched<T>(operation: ProviderOperation, ask: () => Promise<T>): Promise<T> {
    const { now, elapsed, observer } = this.#watching;
    const began = elapsed();
    try {
      const answer = await ask();
      this.#health = { ...this.#health, lastAnswerAt: now(), failuresInARow: 0 };
      observer.call({ operation, outcome: 'answered', milliseconds: elapsed() - began });
      return answer;
    } catch (error) {
      const { failuresInARow } = this.#health;
      const lastFailure = error instanceof Error ? error.message : String(error);
      this.#health = {
        ...this.#health,
        ...{ lastFailureAt: now(), lastFailure, failuresInARow: failuresInARow + 1 },
      };
      const outcome = error instanceof PaymentUnavailable ? error.why : 'unbelievable';
      observer.call({ operation, outcome, milliseconds: elapsed() - began, error });
      throw error;
    }
  }
}
