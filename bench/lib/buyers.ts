import { setTimeout as sleep } from 'node:timers/promises';
import { webhook, type RazorpayStandIn } from '../../tests/support/razorpay.ts';
import type { Door } from './door.ts';
import type { Asker } from './own-server.ts';

const ADMIN: Asker = { id: 'bench-admin', role: 'ADMIN' };
/** The shop's own service, which gives orders back as often as it must. */
export const SERVICE: Asker = { id: 'bench-service', role: 'STAFF' };
/** What an order costs, and a gift card was issued for, in rupees. */
const TOTAL = '200';
const CARD = '100';
const CARDS_AT_ONCE = 100;
/** Before the same is sent again that had no answer. */
const AGAIN_AFTER_MS = 50;

const OF_CHECKOUT =
  'checkout { id orderId status toPay { amount } payment { checkoutUrl } } userErrors { code }';
const START = `mutation S($input: StartCheckoutInput!) { startCheckout(input: $input) { ${OF_CHECKOUT} } }`;
const CANCEL = `mutation C($input: CancelCheckoutInput!) { cancelCheckout(input: $input) { ${OF_CHECKOUT} } }`;
const CLAIM =
  'mutation K($input: ClaimGiftCardInput!) { claimGiftCard(input: $input) { userErrors { code } } }';
const ISSUE = `mutation I($input: IssueGiftCardsInput!) {
  issueGiftCards(input: $input) { giftCards { code } userErrors { code } }
}`;

const GIVE_BACK = `mutation B($input: RefundCheckoutInput!) {
  refundCheckout(input: $input) { refund { amount { amount } } userErrors { code } }
}`;
/** How often an order is given back that may not be paid yet, and how long to wait in between. */
const TRIES = 25;
const NOT_YET_MS = 200;

/** What becomes of an order that was paid: it may go back in parts or whole, and the bank may take its payment back too. */
const SEQUELS = [
  'KEPT',
  'PART_BACK',
  'PARTS_BACK',
  'BACK',
  'LOST',
  'WON',
  'BACK_AND_LOST',
  'LOST_AND_BACK',
] as const;
type Sequel = (typeof SEQUELS)[number];

/** What becomes of a payment of which the shop was told how it is made. */
const FATES = [
  'PAID',
  'UNTOLD',
  'TOLD_TWICE',
  'PAID_TWICE',
  'FAILED_ONCE',
  'FAILED',
  'NEVER',
  'OTHER_AMOUNT',
  'CALLED_OFF',
  'LATE',
  'OVERDUE',
] as const;
export type Fate = (typeof FATES)[number];
/** Those of whose payment all is well in the end. */
const WELL: readonly Fate[] = ['PAID', 'UNTOLD', 'TOLD_TWICE', 'PAID_TWICE', 'FAILED_ONCE'];

interface Checkout {
  readonly id: string;
  readonly orderId: string;
  readonly status: string;
  readonly toPay: { readonly amount: string };
  readonly payment: { readonly checkoutUrl: string | null } | null;
}

interface Payload {
  readonly checkout?: Checkout | null;
  readonly userErrors: readonly { readonly code: string }[];
}

/** A checkout that was answered, and what its buyer then did. */
export interface Bought {
  readonly id: string;
  readonly orderId: string;
  /** Null where nothing was left to pay. */
  readonly linkId: string | null;
  readonly fate: Fate | null;
}

type Payment = Readonly<Record<string, unknown>>;

/** An order that was begun, and what was paid for it at the provider. */
interface Order {
  readonly id: string;
  /** Of what is asked about it. */
  readonly key: string;
  readonly payment: Payment | null;
}

export interface Buyer {
  /** Between 0 and 1. */
  random(): number;
}

/** Customers who pay orders with credits, gift cards and a payment, and send everything again until it is answered. */
export class Buyers {
  readonly bought: Bought[] = [];
  readonly refusals = new Map<string, number>();
  claims = 0;
  /** How often an order, or a part of one, was given back, and how many payments were disputed. */
  returns = 0;
  disputes = 0;
  readonly #doors: readonly Door[];
  readonly #razorpay: RazorpayStandIn;
  readonly #customers: readonly string[];
  readonly #codes: string[] = [];
  /** Links that are paid once their checkout has ended, and since when that is so; the next one first. */
  readonly #overdue: { readonly linkId: string; readonly from: number }[] = [];
  readonly #openMs: number;
  #events = 0;

  constructor(
    doors: readonly Door[],
    razorpay: RazorpayStandIn,
    customers: readonly string[],
    openMs: number,
  ) {
    this.#openMs = openMs;
    this.#doors = doors;
    this.#razorpay = razorpay;
    this.#customers = customers;
  }

  /** Gives out gift cards, which any of them may use. */
  async giveCards(count: number): Promise<void> {
    for (let from = 0; from < count; from += CARDS_AT_ONCE) {
      const input = {
        count: Math.min(CARDS_AT_ONCE, count - from),
        ...{ amount: { amount: CARD }, reason: 'Bench', idempotencyKey: `bench-issue-cards-${from}` },
      };
      const { issueGiftCards } = await this.#answered<{
        issueGiftCards: { giftCards: { code: string | null }[]; userErrors: object[] };
      }>(ADMIN, ISSUE, { input });
      const codes = issueGiftCards.giftCards.flatMap(({ code }) => code ?? []);
      if (codes.length !== input.count) throw new Error(JSON.stringify(issueGiftCards.userErrors));
      this.#codes.push(...codes);
    }
  }

  /** One order of one of them, from its beginning to what becomes of its payment. */
  async buy(step: number, { random }: Buyer): Promise<void> {
    const overdue = this.#overdue[0];
    if (overdue && overdue.from < performance.now()) await this.#payOverdue();
    const customer: Asker = { id: pick(this.#customers, random), role: 'CUSTOMER' };
    const key = (act: string) => `bench-${act}-${String(step).padStart(8, '0')}`;
    if (random() < 0.03) return this.#claim(customer, key('claim'), random);
    const codes = new Set(Array.from({ length: Math.floor(random() * 3) }, () => pick(this.#codes, random)));
    const credits = pick(['NONE', 'ALL', 'AMOUNT'], random);
    const amount = credits === 'AMOUNT' ? { amount: { amount: '50' } } : {};
    const input = {
      ...{ orderId: `order-${step}`, total: { amount: TOTAL }, credits, ...amount },
      ...{ giftCardCodes: [...codes], method: 'CARD', idempotencyKey: key('start') },
    };
    const { startCheckout } = await this.#answered<{ startCheckout: Payload }>(customer, START, { input });
    const { checkout } = startCheckout;
    if (!checkout) return this.#refused(startCheckout);
    const linkId = checkout.payment?.checkoutUrl?.split('/').at(-1) ?? null;
    const fate = linkId === null ? null : pick(FATES, random);
    this.bought.push({ id: checkout.id, orderId: checkout.orderId, linkId, fate });
    const sequel = pick(SEQUELS, random);
    const order = { id: checkout.id, key: key('back'), payment: null };
    if (linkId === null || fate === null) return this.#follow(order, sequel);
    const payment = await this.#pay(linkId, fate, () => this.#callOff(customer, checkout.id, key('cancel')));
    if (payment && WELL.includes(fate)) await this.#follow({ ...order, payment }, sequel);
  }

  /** Pays everything that is to be paid too late, once all checkouts have ended. */
  async payTheRest(): Promise<void> {
    while (this.#overdue.length > 0) await this.#payOverdue();
  }

  async #payOverdue(): Promise<void> {
    const next = this.#overdue.shift();
    if (next) await this.#tell(next.linkId, this.#razorpay.pay(next.linkId));
  }

  /** What becomes of it once it is paid; of one that the bank takes back, the shop may hear before it gives it back, or at once. */
  async #follow(order: Order, sequel: Sequel): Promise<void> {
    const lost = () => this.#dispute(order, ['created', 'lost']);
    switch (sequel) {
      case 'KEPT':
        return;
      case 'PART_BACK':
        return this.#giveBack(order, 1, '70');
      case 'PARTS_BACK':
        await Promise.all([this.#giveBack(order, 1, '120'), this.#giveBack(order, 2, '120')]);
        return this.#giveBack(order, 3, null);
      case 'BACK':
        return this.#giveBack(order, 1, null);
      case 'LOST':
        return lost();
      case 'WON':
        await this.#dispute(order, ['created', 'won']);
        return this.#giveBack(order, 1, null);
      case 'BACK_AND_LOST':
        await Promise.all([this.#giveBack(order, 1, null), lost()]);
        return;
      case 'LOST_AND_BACK':
        await lost();
        return this.#giveBack(order, 1, null);
    }
  }

  /** Once it is paid; what is told is not worked through at once. */
  async #giveBack({ id: checkoutId, key }: Order, n: number, amount: string | null): Promise<void> {
    const input = {
      ...{ checkoutId, ...(amount !== null && { amount: { amount } }), reason: 'Sent back' },
      idempotencyKey: `${key}-${n}`,
    };
    for (let attempt = 1; ; attempt += 1) {
      const { refundCheckout } = await this.#answered<{ refundCheckout: Payload }>(SERVICE, GIVE_BACK, {
        input,
      });
      const isEarly = refundCheckout.userErrors.some(({ code }) => code === 'NOT_REFUNDABLE');
      if (isEarly && attempt < TRIES) {
        await sleep(NOT_YET_MS);
        continue;
      }
      if (refundCheckout.userErrors.length === 0) this.returns += 1;
      return this.#refused(refundCheckout);
    }
  }

  /** The bank asks for all of a payment, and wins or loses. */
  async #dispute({ payment }: Order, told: readonly ('created' | 'lost' | 'won')[]): Promise<void> {
    if (!payment) return;
    this.disputes += 1;
    const dispute = {
      ...{ id: `disp_${String(payment['id'])}`, entity: 'dispute', payment_id: payment['id'] },
      ...{ amount: payment['amount'], currency: payment['currency'], amount_deducted: 0 },
    };
    for (const name of told) {
      const status = name === 'created' ? 'open' : name;
      const amount_deducted = name === 'lost' ? payment['amount'] : 0;
      await this.#notify(`payment.dispute.${name}`, { dispute: { ...dispute, status, amount_deducted } });
    }
  }

  /** Answers the payment that was made, where one was. */
  async #pay(linkId: string, fate: Fate, callOff: () => Promise<void>): Promise<Payment | null> {
    if (fate === 'CALLED_OFF' || fate === 'LATE') await callOff();
    if (fate === 'FAILED' || fate === 'FAILED_ONCE') await this.#fail(linkId);
    if (fate === 'OVERDUE') this.#overdue.push({ linkId, from: performance.now() + this.#openMs });
    if (fate === 'CALLED_OFF' || fate === 'FAILED' || fate === 'NEVER' || fate === 'OVERDUE') return null;
    // A link that was called off takes nothing more; only who had its page open already pays late.
    const pay = (more: Record<string, unknown> = {}) => this.#razorpay.pay(linkId, more);
    const payment = pay(fate === 'OTHER_AMOUNT' ? { amount: 100 } : {});
    if (fate === 'UNTOLD') return payment;
    await this.#tell(linkId, payment);
    if (fate === 'OTHER_AMOUNT') await callOff();
    if (fate === 'TOLD_TWICE') await this.#tell(linkId, payment);
    if (fate === 'PAID_TWICE') await this.#tell(linkId, pay());
    return payment;
  }

  /** The bank declines it; the link can be paid once more. */
  async #fail(linkId: string): Promise<void> {
    const declined = { status: 'failed', captured: false, error_description: 'Declined by the bank.' };
    await this.#notify('payment.failed', { payment: this.#razorpay.pay(linkId, declined) });
  }

  async #callOff(customer: Asker, checkoutId: string, idempotencyKey: string): Promise<void> {
    const input = { checkoutId, idempotencyKey };
    const { cancelCheckout } = await this.#answered<{ cancelCheckout: Payload }>(customer, CANCEL, { input });
    this.#refused(cancelCheckout);
  }

  async #claim(customer: Asker, idempotencyKey: string, random: () => number): Promise<void> {
    const input = { code: pick(this.#codes, random), idempotencyKey };
    const { claimGiftCard } = await this.#answered<{ claimGiftCard: Payload }>(customer, CLAIM, { input });
    if (claimGiftCard.userErrors.length === 0) this.claims += 1;
    this.#refused(claimGiftCard);
  }

  #refused({ userErrors }: Payload): void {
    for (const { code } of userErrors) this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
  }

  /** The provider's notification of a payment. */
  async #tell(linkId: string, payment: Record<string, unknown>): Promise<void> {
    const payment_link = this.#razorpay.links.get(linkId);
    await this.#notify('payment_link.paid', { payment_link, payment });
  }

  /** It is sent until it is acknowledged. */
  async #notify(name: string, entities: Record<string, unknown>): Promise<void> {
    this.#events += 1;
    const event = webhook(name, entities, `evt_${this.#events}`);
    await this.#untilDone((door) =>
      door.notify(event.body.toString(), event.headers).then((isTaken) => isTaken || null),
    );
  }

  #answered<Answer>(asker: Asker, query: string, variables: object): Promise<Answer> {
    return this.#untilDone((door) => door.ask<Answer>(asker, query, variables));
  }

  async #untilDone<T>(act: (door: Door) => Promise<T | null>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      await Promise.race(this.#doors.map((door) => door.isOpen()));
      const answer = await act(this.#doors[attempt % this.#doors.length] as Door);
      if (answer !== null) return answer;
      await sleep(AGAIN_AFTER_MS);
    }
  }
}

function pick<T>(of: readonly T[], random: () => number): T {
  return of[Math.floor(random() * of.length)] as T;
}
