import type { PaymentEvent, PaymentEventStatus } from '../../api/domain/payment-event.ts';
import type { TopUp } from '../../api/domain/top-up.ts';
import { findWallets } from '../../api/services/queries/find-wallets.ts';
import { startTopUp } from '../../api/services/start-top-up.ts';
import { freshKey, openTestApp, openWallet, type TestApp } from './app.ts';
import { openTestDatabase } from './database.ts';
import { PaymentDoor } from './payment-door.ts';
import { RazorpayStandIn, webhook, type Webhook } from './razorpay.ts';

/** The name of the payment link of a top-up. */
export function linkOf({ providerIds }: TopUp): string {
  return providerIds[0] ?? '';
}

/** A shop that is paid through the stand-in for Razorpay, for the tests of the file that calls this at its top. */
export function openRazorpayShop(): RazorpayShop {
  const shop = new RazorpayShop();
  const at = openTestDatabase();
  beforeAll(() => shop.start(at));
  afterAll(() => shop.stop());
  return shop;
}

export class RazorpayShop {
  readonly razorpay = new RazorpayStandIn();
  app!: TestApp;
  door!: PaymentDoor;
  #events = 0;

  async start(at: { uri: string; name: string }): Promise<void> {
    await this.razorpay.start();
    this.app = await openTestApp(at, { payments: this.razorpay.paymentsOfTests() });
    this.door = await PaymentDoor.open(this.app);
  }

  async stop(): Promise<void> {
    expect(this.door.errors).toEqual([]);
    await this.door.close();
    await this.app.close();
    await this.razorpay.stop();
  }

  /** A top-up of this customer, who gets a wallet if there is none. */
  async begin(customerId: string, amount = 500_00n): Promise<TopUp> {
    const known = await this.app.stores.wallets.load([customerId]);
    if (!known.has(customerId)) await openWallet(this.app, customerId);
    const idempotencyKey = freshKey('topup');
    const started = await startTopUp(this.app, {
      ...{ customerId, amount, method: 'CARD', note: null, idempotencyKey },
    });
    if ('refused' in started) throw new Error(started.refused.code);
    return started.topUp;
  }

  /** The notification that the link of a top-up was paid by this payment. */
  paidEvent(topUp: TopUp, payment: object, secret?: string): Webhook {
    this.#events += 1;
    const payment_link = this.razorpay.links.get(linkOf(topUp));
    return webhook('payment_link.paid', { payment_link, payment }, `evt_${this.#events}`, secret);
  }

  async stateOf({ id, walletId }: TopUp) {
    const topUp = (await this.app.stores.topUps.load([id])).get(id);
    const wallet = (await findWallets(this.app, [walletId])).get(walletId);
    const doubts = topUp?.doubts.map(({ kind }) => kind);
    return { status: topUp?.status, doubts, balance: wallet?.balance };
  }

  eventsWith(status: PaymentEventStatus): Promise<PaymentEvent[]> {
    return this.app.stores.paymentEvents.withStatus(status, this.app.now(), 1_000);
  }
}
