import type { PaymentNotice } from '../domain/payment-event.ts';
import { LEFT_AFTER_MS, paymentEventId, type PaymentEvent } from '../domain/payment-event.ts';
import type { App } from '../services/app.ts';
import { lookAtEvent } from '../services/look-at-event.ts';
import { Gate } from './gate.ts';
import type { PaymentProvider, RawNotification } from './payment-provider.ts';

/** A storm of notifications leaves most connections to the database to people. */
const WIDTH = 6;

export type Receipt = 'STORED' | 'KNOWN' | 'FORGED';

/**
 * Takes notifications in two steps: one is stored, and may then be acknowledged; only after that it is looked at. So a slow
 * database never makes the provider send it again, and what a crash leaves behind is taken up by the poller (threat W7).
 */
export class Notifications {
  readonly #app: App;
  readonly #provider: PaymentProvider;
  readonly #onError: (error: unknown) => void;
  readonly #underWay = new Set<Promise<void>>();
  readonly #storing = new Gate(WIDTH);
  readonly #looking = new Gate(WIDTH);

  constructor(app: App, provider: PaymentProvider, onError: (error: unknown) => void) {
    this.#app = app;
    this.#provider = provider;
    this.#onError = onError;
  }

  /** Stores a notification that the provider has signed, and sees to it afterwards. */
  async receive(notification: RawNotification, requestId: string): Promise<Receipt> {
    const receipt = await this.#receive(notification, requestId);
    this.#app.payments.observer?.notification(receipt === 'STORED' ? 'RECEIVED' : receipt);
    return receipt;
  }

  async #receive(notification: RawNotification, requestId: string): Promise<Receipt> {
    const notice = this.#provider.read(notification);
    if (!notice) return 'FORGED';
    const event = this.#eventOf(notice);
    const isNew = await this.#storing.run(() => this.#app.stores.paymentEvents.receive(event));
    if (isNew) this.#lookAt(event, requestId);
    return isNew ? 'STORED' : 'KNOWN';
  }

  /** Returns when everything that was stored so far has been looked at. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  #lookAt(event: PaymentEvent, requestId: string): void {
    const looking = this.#looking
      .run(() => lookAtEvent(this.#app, event, requestId))
      .catch(this.#onError)
      .finally(() => this.#underWay.delete(looking));
    this.#underWay.add(looking);
  }

  #eventOf(notice: PaymentNotice): PaymentEvent {
    const provider = this.#provider.name;
    const receivedAt = this.#app.now();
    return {
      ...notice,
      ...{ id: paymentEventId(provider, notice.eventId), provider, version: 1, status: 'RECEIVED' },
      ...{ topUpId: null, problem: null, receivedAt, processedAt: null },
      nextLookAt: receivedAt + LEFT_AFTER_MS,
    };
  }
}
