import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../../domain/calendar.ts';
import { CURRENCY } from '../../domain/money.ts';
import type { PaymentNotice } from '../../domain/payment-event.ts';
import type { PaymentOffer, PaymentReport } from '../../domain/top-up.ts';
import {
  PaymentUnavailable,
  type PaymentOrder,
  type PaymentProvider,
  type PaymentState,
  type RawNotification,
  type RefundAnswer,
  type RefundOrder,
  type RefundPage,
} from '../payment-provider.ts';
import { addressOf, idOf, objectOf, reportOfPayment, inJson, type Json } from './answers.ts';
import { RazorpayApi, RazorpayRefusal, type RazorpayAccess } from './razorpay-api.ts';
import { readRazorpayNotification } from './read-notification.ts';
import { findRefund, refundPayment, refundsMadeSince } from './refund-payment.ts';
import { isQrCode, openQrCode, paymentsOfQrCode } from './upi-code.ts';

export interface RazorpaySettings extends Pick<RazorpayAccess, 'url' | 'keyId' | 'keySecret'> {
  /** The current one first; further ones hold until notifications signed with them have stopped. */
  readonly webhookSecrets: readonly string[];
  /** Whether the account may make UPI codes. Otherwise UPI is paid on the page of a payment link, like a card. */
  readonly hasUpiCodes: boolean;
  readonly payeeName: string;
  /** Where customers come back to after paying; null leaves them on Razorpay's page. */
  readonly returnUrl: string | null;
  readonly timeoutMs?: number;
  readonly pause?: RazorpayAccess['pause'];
}

/** Three attempts fit into the time that a mutation may take. */
const DEFAULT_TIMEOUT_MS = 3_000;

/**
 * Collects through Razorpay: cards, and UPI unless the account makes codes, on the hosted page of a payment link; so no card
 * number or UPI id ever comes near this server. A link makes its own order once somebody pays.
 */
export class RazorpayProvider implements PaymentProvider {
  readonly name = 'RAZORPAY';
  readonly #settings: RazorpaySettings;
  readonly #api: RazorpayApi;

  constructor(settings: RazorpaySettings) {
    const { timeoutMs = DEFAULT_TIMEOUT_MS, pause = (ms: number) => sleep(ms) } = settings;
    this.#settings = settings;
    this.#api = new RazorpayApi({ ...settings, timeoutMs, pause });
  }

  async open(order: PaymentOrder): Promise<PaymentOffer> {
    const { hasUpiCodes, payeeName } = this.#settings;
    if (order.method === 'UPI' && hasUpiCodes) return openQrCode(this.#api, order, payeeName);
    return offerOf(await this.#openLink(order), order);
  }

  async lookUp(providerIds: readonly string[]): Promise<PaymentState> {
    const offers = providerIds.filter((id) => !isOrder(id));
    if (offers.length === 0) throw new PaymentUnavailable('there is no payment to ask about.');
    const found = await Promise.all(offers.map((id) => this.#look(id)));
    const links = found.map(({ link }) => link).filter((link) => link !== null);
    const named = [...links.map((link) => idOf(link['order_id'])), ...providerIds];
    const orders = [...new Set(named.filter(isOrder))];
    const collected = await Promise.all(orders.map((order) => this.#paymentsOf(order)));
    const reports = inOrder([...found.flatMap((offer) => offer.reports), ...collected.flat()]);
    // How the customer can pay now stands first: the end of what could be paid before it is none of the payment's.
    const present = found[0]?.link;
    return { providerIds: orders, reports: [...reports, ...(present ? endOf(present) : [])] };
  }

  async withdraw(providerIds: readonly string[]): Promise<PaymentState> {
    for (const id of providerIds.filter((name) => !isOrder(name))) await this.#close(id);
    const { reports, ...state } = await this.lookUp(providerIds);
    return { ...state, reports: reports.filter(({ kind }) => kind === 'CAPTURED' || kind === 'PROCESSING') };
  }

  refund(order: RefundOrder): Promise<RefundAnswer> {
    return refundPayment(this.#api, order);
  }

  findRefund(order: RefundOrder): Promise<RefundAnswer | null> {
    return findRefund(this.#api, order);
  }

  refundsSince(since: Instant, skip: number): Promise<RefundPage> {
    return refundsMadeSince(this.#api, since, skip);
  }

  read(notification: RawNotification): PaymentNotice | null {
    return readRazorpayNotification(notification, this.#settings.webhookSecrets);
  }

  async #look(id: string): Promise<{ readonly link: Json | null; readonly reports: PaymentReport[] }> {
    if (isQrCode(id)) return { link: null, reports: await paymentsOfQrCode(this.#api, id) };
    const link = await this.#linkOf(id);
    return { link, reports: await this.#paymentsNamedIn(link) };
  }

  async #linkOf(id: string): Promise<Json> {
    const link = await this.#api.get(`payment_links/${encodeURIComponent(id)}`);
    if (link['id'] !== id) throw new PaymentUnavailable('Razorpay answered about another payment.');
    return link;
  }

  /** Razorpay refuses to close what is closed or paid already, so what counts is how it stands afterwards. */
  async #close(id: string): Promise<void> {
    const path = isQrCode(id) ? `payments/qr_codes/${id}` : `payment_links/${encodeURIComponent(id)}`;
    const before = await this.#api.get(path);
    if (isClosed(before)) return;
    try {
      await this.#api.post(`${path}/${isQrCode(id) ? 'close' : 'cancel'}`, {});
    } catch (error) {
      if (!(error instanceof RazorpayRefusal)) throw error;
    }
    if (!isClosed(await this.#api.get(path))) {
      throw new PaymentUnavailable('what was offered before can still be paid.');
    }
  }

  /** The reference is unique to a link, so a call that was repeated finds the link that the first one made. */
  async #openLink(order: PaymentOrder): Promise<Json> {
    try {
      return await this.#api.post('payment_links', this.#linkFor(order));
    } catch (error) {
      if (!(error instanceof RazorpayRefusal)) throw error;
      const answer = await this.#api.get(`payment_links?reference_id=${encodeURIComponent(order.reference)}`);
      const links = Array.isArray(answer['payment_links']) ? (answer['payment_links'] as unknown[]) : [];
      const link = links.map(objectOf).find((known) => known?.['reference_id'] === order.reference);
      if (!link) throw error;
      return link;
    }
  }

  #linkFor({ reference, amount, expiresAt }: PaymentOrder): object {
    const { payeeName, returnUrl } = this.#settings;
    return {
      amount: inJson(amount),
      currency: CURRENCY,
      accept_partial: false,
      reference_id: reference,
      description: `${payeeName} wallet top-up ${reference}`,
      expire_by: Math.ceil(expiresAt / 1_000),
      reminder_enable: false,
      notes: { reference },
      ...(returnUrl !== null && { callback_url: returnUrl, callback_method: 'get' }),
    };
  }

  /** A link names its payments; what they came to is asked of each, because only that says the currency. */
  async #paymentsNamedIn(link: Json): Promise<PaymentReport[]> {
    const named = Array.isArray(link['payments']) ? (link['payments'] as unknown[]) : [];
    const ids = named.map((payment) => idOf(objectOf(payment)?.['payment_id'])).filter((id) => id !== null);
    const payments = await Promise.all(ids.map((id) => this.#api.get(`payments/${id}`)));
    return payments.map(reportOfPayment).filter((report) => report !== null);
  }

  async #paymentsOf(orderId: string): Promise<PaymentReport[]> {
    const { items } = await this.#api.get(`orders/${orderId}/payments`);
    if (!Array.isArray(items)) throw new PaymentUnavailable('Razorpay answered without payments.');
    return items.map((item) => reportOfPayment(objectOf(item))).filter((report) => report !== null);
  }
}

/** What the answer offers the customer, once it is sure that it is about what was asked for. */
function offerOf(link: Json, { amount, reference }: PaymentOrder): PaymentOffer {
  const id = idOf(link['id']);
  const checkoutUrl = addressOf(link['short_url']);
  const isOurs = link['amount'] === inJson(amount) && link['currency'] === CURRENCY;
  if (!id || !checkoutUrl || !isOurs || link['reference_id'] !== reference) {
    throw new PaymentUnavailable('Razorpay answered something else than was asked for.');
  }
  const offer = { providerIds: [id], checkoutUrl, upiIntent: null };
  return isOver(link) ? { ...offer, isOver: true } : offer;
}

function isOver({ status }: Json): boolean {
  return status === 'expired' || status === 'cancelled';
}

/** Whether nobody can pay a link or a code any more. */
function isClosed(offer: Json): boolean {
  return isOver(offer) || offer['status'] === 'paid' || offer['status'] === 'closed';
}

function isOrder(id: string | null): id is string {
  return id !== null && id.startsWith('order_');
}

/** A failed attempt says nothing once another is under way or has been collected, so it counts only when it is all there is. */
function inOrder(reports: readonly PaymentReport[]): PaymentReport[] {
  const others = reports.filter(({ kind }) => kind !== 'DECLINED');
  return others.length > 0 ? others : reports.slice(0, 1);
}

function endOf({ status }: Json): PaymentReport[] {
  if (status === 'expired') return [{ kind: 'EXPIRED' }];
  return status === 'cancelled' ? [{ kind: 'FAILED', reason: 'The payment was cancelled.' }] : [];
}
