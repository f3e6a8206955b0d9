import Fastify, { type FastifyInstance } from 'fastify';
import { Notifications } from '../../api/payments/notifications.ts';
import { WEBHOOK_PATH, webhookRoute, type Forgeries } from '../../api/payments/webhook-route.ts';
import type { App } from '../../api/services/app.ts';
import type { Webhook } from './razorpay.ts';

/** The door for notifications of an app's provider. */
export class PaymentDoor {
  readonly #notifications: Notifications;
  readonly #server: FastifyInstance;
  readonly errors: unknown[] = [];

  private constructor(notifications: Notifications, server: FastifyInstance, errors: unknown[]) {
    this.#notifications = notifications;
    this.#server = server;
    this.errors = errors;
  }

  static async open(app: App, forgeries?: Forgeries): Promise<PaymentDoor> {
    const { provider } = app.payments;
    if (!provider) throw new Error('This app takes no payments.');
    const errors: unknown[] = [];
    const notifications = new Notifications(app, provider, (error) => void errors.push(error));
    const server = Fastify();
    await server.register(webhookRoute, { notifications, ...(forgeries && { forgeries }) });
    return new PaymentDoor(notifications, server, errors);
  }

  /** Delivers a notification; answers the status it was acknowledged with. */
  async deliver({ body, headers }: Webhook): Promise<number> {
    const response = await this.#server.inject({ method: 'POST', url: WEBHOOK_PATH, headers, payload: body });
    return response.statusCode;
  }

  /** The same, and waits until it has been looked at. */
  async settle(webhook: Webhook): Promise<number> {
    const status = await this.deliver(webhook);
    await this.settled();
    return status;
  }

  settled(): Promise<void> {
    return this.#notifications.settled();
  }

  close(): Promise<void> {
    return this.#server.close();
  }
}
