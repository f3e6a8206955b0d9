import type { Database } from '../../api/persistence/connection.ts';
import type { RazorpayStandIn } from '../../tests/support/razorpay.ts';
import type { Bought, Fate } from './buyers.ts';

/** How a checkout ends, by what became of its payment. What is paid after its end counts where its parts are still to be had. */
const ENDS: Readonly<Record<Fate, readonly string[]>> = {
  PAID: ['PAID'],
  UNTOLD: ['PAID'],
  TOLD_TWICE: ['PAID'],
  PAID_TWICE: ['PAID'],
  FAILED_ONCE: ['PAID'],
  FAILED: ['EXPIRED'],
  NEVER: ['EXPIRED'],
  OTHER_AMOUNT: ['CANCELLED'],
  CALLED_OFF: ['CANCELLED'],
  LATE: ['CANCELLED'],
  OVERDUE: ['EXPIRED', 'PAID'],
};

type Amount = bigint | number;

interface CheckoutDocument {
  readonly _id: string;
  readonly orderId: string;
  readonly status: string;
  readonly toPay: Amount;
  readonly paymentId: string | null;
  readonly parts: readonly { readonly amount: Amount }[];
  readonly refunds?: readonly {
    readonly toSource: Amount;
    readonly toCards: readonly { readonly amount: Amount }[];
    readonly toWallet: Amount;
  }[];
}

interface PaymentDocument {
  readonly _id: string;
  readonly payments: readonly { readonly id: string; readonly amount: Amount }[];
  readonly doubts: readonly { readonly paymentId: string }[];
  readonly refunds?: readonly { readonly amount: Amount; readonly status: string }[];
}

/** The checkouts of a shop beside what its payment provider knows. */
export class CheckoutBooks {
  readonly #database: Database;
  readonly #razorpay: RazorpayStandIn;
  /** What is in wallets and on cards before anything is bought, in paise. */
  readonly #given: bigint;

  private constructor(database: Database, razorpay: RazorpayStandIn, given: bigint) {
    this.#database = database;
    this.#razorpay = razorpay;
    this.#given = given;
  }

  static async open(database: Database, razorpay: RazorpayStandIn): Promise<CheckoutBooks> {
    return new CheckoutBooks(database, razorpay, await left(database));
  }

  /** Whether all of them have ended as they should, and every payment is known. */
  async areSettled(bought: readonly Bought[]): Promise<boolean> {
    const [wrong, unknown, sent] = await Promise.all([
      this.#wrongEnds(bought),
      this.#unknownPayments(),
      this.#sentBack(),
    ]);
    return wrong.length + unknown.length + sent.underWay + (await this.#eventsLeft()) === 0;
  }

  /** How many ended how. */
  async ends(bought: readonly Bought[]): Promise<Record<string, number>> {
    const all = await this.#checkouts();
    const ends: Record<string, number> = {};
    for (const { orderId, fate } of bought) {
      const end = `${fate ?? 'NOTHING_TO_PAY'}: ${all.get(orderId)?.status ?? 'MISSING'}`;
      ends[end] = (ends[end] ?? 0) + 1;
    }
    return ends;
  }

  /** What went back of payments, in words. */
  async backs(): Promise<string> {
    const { paise, refunds } = await this.#sentBack();
    const disputes = await this.#database.collection('payment_reviews').countDocuments({ kind: 'DISPUTE' });
    return `${refunds} refunds of payments, ${paise} paise, and ${disputes} disputes are known`;
  }

  /** What does not fit together. */
  async faults(bought: readonly Bought[]): Promise<string[]> {
    const all = [...(await this.#checkouts()).values()];
    const strangers = all.length - bought.length;
    const taken = all.filter(({ status }) => status === 'PAID').flatMap(({ parts }) => parts);
    const spent = taken.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
    const back = all.flatMap(({ refunds = [] }) =>
      refunds.flatMap(({ toCards, toWallet }) => [toWallet, ...toCards.map(({ amount }) => amount)]),
    );
    const missing = this.#given - spent + sumOf(back) - (await left(this.#database));
    const sent = await this.#sentBack();
    return [
      ...(await this.#wrongEnds(bought)),
      ...(await this.#unpaid(all)),
      ...(await this.#unknownPayments()).map((id) => `Nobody here knows of the payment ${id}.`),
      ...(await this.#held()),
      ...sent.faults,
      ...(sent.underWay === 0 ? [] : [`${sent.underWay} refunds are still under way.`]),
      ...(strangers === 0 ? [] : [`${strangers} checkouts were never answered.`]),
      ...(missing === 0n ? [] : [`${missing} paise are in no wallet, on no card and in no order.`]),
    ];
  }

  async #wrongEnds(bought: readonly Bought[]): Promise<string[]> {
    const all = await this.#checkouts();
    return bought.flatMap(({ orderId, fate }) => {
      const status = String(all.get(orderId)?.status);
      const isExpected = fate === null ? status === 'PAID' : ENDS[fate].includes(status);
      return isExpected ? [] : [`${orderId} (${String(fate)}) is ${status}.`];
    });
  }

  /** Each order that is paid has one payment of its amount, which the provider has captured. */
  async #unpaid(all: readonly CheckoutDocument[]): Promise<string[]> {
    const payments = new Map((await this.#payments()).map((payment) => [payment._id, payment]));
    return all.flatMap(({ orderId, status, toPay, paymentId }) => {
      const paid = payments.get(paymentId ?? '')?.payments ?? [];
      if (status !== 'PAID') return paid.length === 0 ? [] : [`${orderId} is ${status} and paid.`];
      const captured = paid.filter(({ id }) => this.#razorpay.payments.get(id)?.['status'] === 'captured');
      const expected = BigInt(toPay) === 0n ? 0 : 1;
      const isWhole = captured.every(({ amount }) => BigInt(amount) === BigInt(toPay));
      return captured.length === expected && isWhole
        ? []
        : [`${orderId} is PAID by ${captured.length} payments.`];
    });
  }

  /** What we say that went back of payments beside what the provider says. */
  async #sentBack(): Promise<{ faults: string[]; underWay: number; paise: bigint; refunds: number }> {
    const payments = await this.#payments();
    const all = payments.flatMap(({ refunds = [] }) => refunds);
    const faults = payments.flatMap(({ _id, payments: paid, refunds = [] }) => {
      const done = sumOf(refunds.filter(({ status }) => status === 'DONE').map(({ amount }) => amount));
      const atProvider = sumOf(
        paid.map(({ id }) => Number(this.#razorpay.payments.get(id)?.['amount_refunded'] ?? 0)),
      );
      return done === atProvider
        ? []
        : [`${_id}: ${done} paise are back here, ${atProvider} at the provider.`];
    });
    const underWay = all.filter(({ status }) => status === 'PROCESSING').length;
    return { faults, underWay, refunds: all.length, paise: sumOf(all.map(({ amount }) => amount)) };
  }

  /** How many notifications nobody has worked through. */
  #eventsLeft(): Promise<number> {
    return this.#database.collection('payment_events').countDocuments({ status: 'RECEIVED' });
  }

  async #unknownPayments(): Promise<string[]> {
    const known = new Set(
      (await this.#payments()).flatMap(({ payments, doubts }) => [
        ...payments.map(({ id }) => id),
        ...doubts.map(({ paymentId }) => paymentId),
      ]),
    );
    const reviews = this.#database.collection('payment_reviews').find<{ paymentId: string }>({});
    for await (const { paymentId } of reviews) known.add(paymentId);
    const captured = [...this.#razorpay.payments].filter(([, payment]) => payment['status'] === 'captured');
    return captured.map(([id]) => id).filter((id) => !known.has(id));
  }

  async #held(): Promise<string[]> {
    const cards = await this.#database.collection('gift_cards').countDocuments({ held: { $exists: true } });
    const wallets = await this.#database.collection('customer_wallets').countDocuments({ held: { $gt: 0 } });
    return cards + wallets === 0 ? [] : [`${cards} cards and ${wallets} wallets still hold something.`];
  }

  async #checkouts(): Promise<Map<string, CheckoutDocument>> {
    const all = await this.#database.collection('checkouts').find<CheckoutDocument>({}).toArray();
    return new Map(all.map((checkout) => [checkout.orderId, checkout]));
  }

  #payments(): Promise<PaymentDocument[]> {
    return this.#database
      .collection('top_ups')
      .find<PaymentDocument>({ checkout: { $exists: true } })
      .toArray();
  }
}

function sumOf(amounts: readonly Amount[]): bigint {
  return amounts.reduce<bigint>((sum, amount) => sum + BigInt(amount), 0n);
}

/** What is in wallets, held or not, and on cards, in paise. */
async function left(database: Database): Promise<bigint> {
  const sum = async (name: string, fields: readonly string[]) => {
    const total = { $sum: { $add: fields.map((field) => ({ $ifNull: [`$${field}`, 0n] })) } };
    const [found] = await database
      .collection(name)
      .aggregate<{ total: Amount }>([{ $group: { _id: null, total } }])
      .toArray();
    return BigInt(found?.total ?? 0n);
  };
  return (await sum('customer_wallets', ['balance', 'held'])) + (await sum('gift_cards', ['remaining']));
}
