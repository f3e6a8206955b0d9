import { setTimeout as sleep } from 'node:timers/promises';
import { webhook, type RazorpayStandIn } from '../../tests/support/razorpay.ts';
import type { Door } from './door.ts';
import type { Asker } from './own-server.ts';

const ADMIN: Asker = { id: 'bench-admin', role: 'ADMIN' };
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

/** What becomes of a payment of which the shop was told how it is made. */
const FATES = ['PAID', 'UNTOLD', 'TOLD_TWICE', 'PAID_TWICE', 'OTHER_AMOUNT', 'CALLED_OFF', 'LATE'] as const;
export type Fate = (typeof FATES)[number];

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

export interface Buyer {
  /** Between 0 and 1. */
  random(): number;
}

/** Customers who pay orders with credits, gift cards and a payment, and send everything again until it is answered. */
export class Buyers {
  readonly bought: Bought[] = [];
  readonly refusals = new Map<string, number>();
  claims = 0;
  readonly #doors: readonly Door[];
  readonly #razorpay: RazorpayStandIn;
  readonly #customers: readonly string[];
  readonly #codes: string[] = [];
  #events = 0;

  constructor(doors: readonly Door[], razorpay: RazorpayStandIn, customers: readonly string[]) {
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
    if (linkId === null || fate === null) return;
    await this.#pay(linkId, fate, () => this.#callOff(customer, checkout.id, key('cancel')));
  }

  async #pay(linkId: string, fate: Fate, callOff: () => Promise<void>): Promise<void> {
    if (fate === 'CALLED_OFF' || fate === 'LATE') await callOff();
    if (fate === 'CALLED_OFF') return;
    // A link that was called off takes nothing more; only who had its page open already pays late.
    const pay = (more: Record<string, unknown> = {}) => this.#razorpay.pay(linkId, more);
    const payment = pay(fate === 'OTHER_AMOUNT' ? { amount: 100 } : {});
    if (fate === 'UNTOLD') return;
    await this.#tell(linkId, payment);
    if (fate === 'OTHER_AMOUNT') await callOff();
    if (fate === 'TOLD_TWICE') await this.#tell(linkId, payment);
    if (fate === 'PAID_TWICE') await this.#tell(linkId, pay());
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

  /** The provider's notification, which it sends until it is acknowledged. */
  async #tell(linkId: string, payment: Record<string, unknown>): Promise<void> {
    this.#events += 1;
    const payment_link = this.#razorpay.links.get(linkId);
    const event = webhook('payment_link.paid', { payment_link, payment }, `evt_${this.#events}`);
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
