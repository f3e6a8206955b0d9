import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Payments } from '../../api/payments/payment-provider.ts';
import { RazorpayProvider, type RazorpaySettings } from '../../api/payments/razorpay/razorpay-provider.ts';

type Json = Record<string, unknown>;

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Json | null;
  /** The name under which a refund acts once. */
  readonly refundKey?: string;
}

/** What a call is answered with; null hangs up without an answer. */
export type Answer = { readonly status: number; readonly body: unknown } | null;

export const SECRET = 'the-current-webhook-secret';
export const OLD_SECRET = 'the-webhook-secret-before';

/** Stands in for Razorpay's HTTP interface as its documentation describes it: links, codes, orders and payments. */
export class RazorpayStandIn {
  readonly calls: Call[] = [];
  readonly links = new Map<string, Json>();
  readonly codes = new Map<string, Json>();
  readonly payments = new Map<string, Json>();
  /** By the key under which each was asked for. */
  readonly refunds = new Map<string, Json>();
  /** Answers for the next calls, in order, before it answers by itself again. */
  readonly next: Answer[] = [];
  #server: Server | null = null;
  #count = 0;

  async start(): Promise<void> {
    this.#server = createServer((request, response) => {
      void this.#take(request).then((answer) => {
        if (!answer) return request.socket.destroy();
        response.writeHead(answer.status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answer.body));
      });
    });
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server?.address() as AddressInfo).port}`;
  }

  /** A provider that talks to this stand-in. */
  provider(settings: Partial<RazorpaySettings> = {}): RazorpayProvider {
    return new RazorpayProvider({
      url: this.url,
      keyId: 'rzp_test_key',
      keySecret: 'key-secret',
      webhookSecrets: [SECRET, OLD_SECRET],
      hasUpiCodes: false,
      payeeName: 'Early Bird',
      returnUrl: 'https://shop.example',
      pause: async () => {},
      ...settings,
    });
  }

  paymentsOfTests(settings?: Partial<RazorpaySettings>): Payments {
    return { provider: this.provider(settings), expiryMs: 1_200_000, pollAfterMs: 900_000 };
  }

  /** Somebody pays a link; answers the payment. */
  pay(linkId: string, more: Json = {}): Json {
    const link = this.links.get(linkId) ?? {};
    const orderId = (link['order_id'] as string | undefined) ?? this.#id('order');
    const payment = {
      id: this.#id('pay'),
      entity: 'payment',
      amount: link['amount'],
      currency: link['currency'],
      status: 'captured',
      order_id: orderId,
      method: 'upi',
      captured: true,
      notes: link['notes'],
      error_description: null,
      ...more,
    };
    this.payments.set(payment.id, payment);
    const named = [...((link['payments'] as Json[] | null) ?? [])];
    if (payment.status === 'captured') named.push({ payment_id: payment.id, status: 'captured' });
    const status = payment.status === 'captured' ? 'paid' : link['status'];
    this.links.set(linkId, { ...link, order_id: orderId, status, payments: named });
    return payment;
  }

  #id(kind: string): string {
    this.#count += 1;
    return `${kind}_${String(this.#count).padStart(14, '0')}`;
  }

  async #take(request: IncomingMessage): Promise<Answer> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const call: Call = {
      method: request.method ?? '',
      path: request.url ?? '',
      authorization: request.headers.authorization,
      body: text === '' ? null : (JSON.parse(text) as Json),
    };
    const refundKey = request.headers['x-refund-idempotency'];
    const keyed = typeof refundKey === 'string' ? { ...call, refundKey } : call;
    this.calls.push(keyed);
    const scripted = this.next.shift();
    if (scripted === undefined) return this.#answer(keyed);
    // A refund that is hung up on was made all the same.
    if (scripted === null && keyed.refundKey !== undefined) this.#answer(keyed);
    return scripted;
  }

  #answer({ method, path, body, refundKey }: Call): Answer {
    const url = new URL(path, 'http://stand-in');
    const parts = url.pathname.split('/').slice(2);
    if (method === 'POST' && parts[2] === 'refund')
      return this.#refund(parts[1] ?? '', body ?? {}, refundKey);
    if (method === 'POST' && parts[2] === 'cancel') return this.#cancel(parts[1] ?? '');
    if (method === 'POST' && parts[0] === 'payment_links') return this.#makeLink(body ?? {});
    if (method === 'POST' && parts.join('/') === 'payments/qr_codes') return this.#makeCode(body ?? {});
    if (parts[0] === 'payment_links' && parts[1]) return found(this.links.get(parts[1]));
    if (parts[0] === 'payment_links') {
      const wanted = url.searchParams.get('reference_id');
      const links = [...this.links.values()].filter((link) => link['reference_id'] === wanted);
      return { status: 200, body: { payment_links: links } };
    }
    if (method === 'GET' && parts[2] === 'refunds') return this.#refundsOf(parts[1]);
    if (parts[0] === 'refunds') return this.#refundsMade(url.searchParams);
    if (parts[0] === 'orders') return this.#collection('order_id', parts[1]);
    if (parts[1] === 'qr_codes') return this.#collection('qr', parts[2]);
    return found(this.payments.get(parts[1] ?? ''));
  }

  #collection(field: string, value: string | undefined): Answer {
    const items = [...this.payments.values()].filter((payment) => payment[field] === value);
    return { status: 200, body: { entity: 'collection', count: items.length, items } };
  }

  #makeLink(body: Json): Answer {
    const isTaken = [...this.links.values()].some((link) => link['reference_id'] === body['reference_id']);
    if (isTaken) return { status: 400, body: { error: { code: 'BAD_REQUEST_ERROR' } } };
    const id = this.#id('plink');
    const link = { ...body, id, status: 'created', payments: null, short_url: `https://rzp.io/i/${id}` };
    this.links.set(id, link);
    return { status: 200, body: link };
  }

  /** The newest first, and those whose time nobody set are of now. */
  #refundsMade(query: URLSearchParams): Answer {
    const [from, count, skip] = ['from', 'count', 'skip'].map((name) => Number(query.get(name)));
    const made = [...this.refunds.values()].reverse();
    const items = made.filter(({ created_at: at = Infinity }) => Number(at) >= (from ?? 0));
    const page = items.slice(skip, (skip ?? 0) + Math.min(count ?? 10, 100));
    return { status: 200, body: { entity: 'collection', count: page.length, items: page } };
  }

  #refundsOf(paymentId: string | undefined): Answer {
    const items = [...this.refunds.values()].filter((refund) => refund['payment_id'] === paymentId);
    return { status: 200, body: { entity: 'collection', count: items.length, items } };
  }

  /** A payment can be refunded up to what was captured, and one key refunds once. */
  #refund(paymentId: string, body: Json, key = ''): Answer {
    const known = this.refunds.get(key);
    if (known) return { status: 200, body: known };
    const payment = this.payments.get(paymentId);
    const [amount, whole] = [Number(body['amount']), Number(payment?.['amount'])];
    const refunded = Number(payment?.['amount_refunded'] ?? 0);
    if (!payment || payment['status'] !== 'captured' || refunded + amount > whole) return found(undefined);
    this.payments.set(paymentId, { ...payment, amount_refunded: refunded + amount });
    const made = { id: this.#id('rfnd'), entity: 'refund', amount, currency: payment['currency'] };
    const refund = { ...made, payment_id: paymentId, receipt: body['receipt'], status: 'processed' };
    this.refunds.set(key, refund);
    return { status: 200, body: refund };
  }

  /** A link can be cancelled while nobody has paid or it has not expired. */
  #cancel(id: string): Answer {
    const link = this.links.get(id);
    if (link?.['status'] !== 'created') return found(undefined);
    this.links.set(id, { ...link, status: 'cancelled' });
    return { status: 200, body: this.links.get(id) };
  }

  #makeCode(body: Json): Answer {
    const id = this.#id('qr');
    const content = `upi://pay?pa=shop.razorpay@hdfcbank&pn=Shop&tr=RZP${id}&am=1&cu=INR&mc=5411`;
    const code = {
      ...body,
      id,
      status: 'active',
      image_url: 'https://rzp.io/i/code',
      image_content: content,
    };
    this.codes.set(id, code);
    return { status: 200, body: code };
  }
}

function found(value: Json | undefined): Answer {
  return value
    ? { status: 200, body: value }
    : { status: 400, body: { error: { code: 'BAD_REQUEST_ERROR', description: 'The id is not known.' } } };
}

/** A webhook as it goes over the wire. */
export interface Webhook {
  readonly body: Buffer;
  readonly headers: Record<string, string>;
}

/** A webhook of Razorpay about these entities, signed. */
export function webhook(name: string, entities: Json, eventId: string, secret = SECRET): Webhook {
  const payload = Object.fromEntries(Object.entries(entities).map(([kind, entity]) => [kind, { entity }]));
  const event = {
    entity: 'event',
    account_id: 'acc_1',
    event: name,
    contains: Object.keys(entities),
    payload,
  };
  const body = Buffer.from(JSON.stringify(event));
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'x-razorpay-signature': signature,
      'x-razorpay-event-id': eventId,
    },
  };
}
