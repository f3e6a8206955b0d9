import { paymentEventId, type PaymentEvent } from '../../api/domain/payment-event.ts';
import { disputeOutcome, type PaymentReview } from '../../api/domain/payment-review.ts';
import { heldBy } from '../../api/domain/wallet/holds.ts';
import { applyPaymentEvent } from '../../api/services/settle-top-up.ts';
import { dismissReview } from '../../api/services/dismiss-review.ts';
import { findReviews, type ReviewFilter } from '../../api/services/queries/find-reviews.ts';
import { findWallets } from '../../api/services/queries/find-wallets.ts';
import { pollTopUps } from '../../api/services/poll-top-up.ts';
import * as acts from '../support/acts.ts';
import { expectSound } from '../support/audit.ts';
import { callerOf, freshKey } from '../support/app.ts';
import { journalOf as storedJournal } from '../support/check-journal.ts';
import { linkOf, openRazorpayShop } from '../support/razorpay-shop.ts';
import { webhook } from '../support/razorpay.ts';

const shop = openRazorpayShop();

let events = 0;
const tell = (name: string, entities: Record<string, unknown>) => {
  events += 1;
  return shop.door.settle(webhook(name, entities, `evt_dispute_${events}`));
};

/** A top-up of ₹500 that was paid and credited, by its payment. */
async function settled(customerId: string): Promise<string> {
  const topUp = await shop.begin(customerId);
  const payment = shop.razorpay.pay(linkOf(topUp));
  await shop.door.settle(shop.paidEvent(topUp, payment));
  return String(payment['id']);
}

const disputeOf = (paymentId: string, id: string, more: object = {}) => ({
  ...{ id, entity: 'dispute', payment_id: paymentId, amount: 500_00, currency: 'INR', amount_deducted: 0 },
  ...{ phase: 'chargeback', status: 'open', ...more },
});
const refundOf = (paymentId: string, id: string, amount = 500_00) => ({
  ...{ id, entity: 'refund', amount, currency: 'INR', payment_id: paymentId, receipt: null },
  status: 'processed',
});

async function standing(customerId: string) {
  const wallet = (await findWallets(shop.app, [customerId])).get(customerId);
  const disputed = (wallet?.holds ?? []).filter(({ purpose }) => purpose === 'DISPUTE');
  return {
    balance: wallet?.balance,
    disputed: heldBy(disputed),
    receivable: wallet?.receivable ?? 0n,
  };
}

async function disputeReview(id: string): Promise<PaymentReview> {
  const reviewId = `RAZORPAY:dispute:${id}`;
  const review = (await shop.app.stores.paymentReviews.load([reviewId])).get(reviewId);
  if (!review) throw new Error(`There is no review ${reviewId}.`);
  return review;
}

/** Every review that a filter lets through, as the console lists them. */
async function listed(filter: ReviewFilter): Promise<(PaymentReview | null)[]> {
  return (await findReviews(shop.app, filter, { first: 1_000 })).reviews.slice();
}

describe('a dispute that is opened', () => {
  it('holds what is left, without a deadline and whatever the wallet may do, and nobody ends that by hand', async () => {
    const paymentId = await settled('asha');
    await acts.entryOf(acts.debit(shop.app, 'asha', 200_00n));
    await acts.entryOf(acts.setStatus(shop.app, 'asha', 'FROZEN'));

    await tell('payment.dispute.created', { dispute: disputeOf(paymentId, 'disp_asha') });

    expect(await standing('asha')).toEqual({ balance: 0n, disputed: 300_00n, receivable: 0n });
    const { claim, nextTryAt } = await disputeReview('disp_asha');
    expect(claim).toMatchObject({ state: 'PENDING', hold: { amount: 300_00n, endedAt: null } });
    expect(nextTryAt).toBeNull();
    const holdId = claim?.hold?.id ?? '';
    expect(await acts.release(shop.app, holdId)).toMatchObject({ refused: { code: 'INVALID_INPUT' } });
    expect(await acts.capture(shop.app, holdId, 1_00n)).toMatchObject({ refused: { code: 'INVALID_INPUT' } });
    shop.app.clock.advance({ days: 40 });
    expect(await standing('asha')).toMatchObject({ disputed: 300_00n });
  });

  it('of a part holds no more than that part, and another one what is left', async () => {
    const paymentId = await settled('bala');

    await tell('payment.dispute.created', { dispute: disputeOf(paymentId, 'disp_b1', { amount: 150_00 }) });
    await tell('payment.dispute.created', { dispute: disputeOf(paymentId, 'disp_b2', { amount: 900_00 }) });

    expect(await standing('bala')).toEqual({ balance: 0n, disputed: 500_00n, receivable: 0n });
    expect(await disputeReview('disp_b1')).toMatchObject({ claim: { hold: { amount: 150_00n } } });
    expect(await disputeReview('disp_b2')).toMatchObject({ claim: { hold: { amount: 350_00n } } });
  });

  it('and lost takes what it held, gives the rest back, and the entry says from where', async () => {
    const paymentId = await settled('chitra');
    await tell('payment.dispute.created', { dispute: disputeOf(paymentId, 'disp_chitra') });

    const lost = { status: 'lost', amount_deducted: 200_00 };
    await tell('payment.dispute.lost', { dispute: disputeOf(paymentId, 'disp_chitra', lost) });

    expect(await standing('chitra')).toEqual({ balance: 300_00n, disputed: 0n, receivable: 0n });
    const { claim } = await disputeReview('disp_chitra');
    const [, , hold, reversal, rest] = await storedJournal(shop.app, 'chitra');
    expect(hold).toMatchObject({ kind: 'HOLD', purpose: 'DISPUTE', deadline: null, amount: 500_00n });
    expect(reversal).toMatchObject({ kind: 'REVERSAL', holdId: claim?.hold?.id, amount: 200_00n });
    expect(rest).toMatchObject({ kind: 'RELEASE', cause: 'REST', amount: 300_00n });
  });

  it('and lost for what came back meanwhile too takes that as well, by an entry for each', async () => {
    const paymentId = await settled('divya');
    const debit = await acts.entryOf(acts.debit(shop.app, 'divya', 200_00n));
    await tell('payment.dispute.created', { dispute: disputeOf(paymentId, 'disp_divya') });
    await acts.entryOf(acts.refund(shop.app, debit.id, 200_00n));

    await tell('payment.dispute.lost', { dispute: disputeOf(paymentId, 'disp_divya', { status: 'lost' }) });

    expect(await standing('divya')).toEqual({ balance: 0n, disputed: 0n, receivable: 0n });
    expect(await disputeReview('disp_divya')).toMatchObject({
      ...{ status: 'REFUNDED', claim: { taken: 500_00n, parts: 2 } },
    });
  });

  it('is dismissed by a person who no longer waits for the bank: what it held is given back', async () => {
    const paymentId = await settled('esha');
    await tell('payment.dispute.created', { dispute: disputeOf(paymentId, 'disp_esha') });
    const { id: reviewId } = await disputeReview('disp_esha');

    const dismissal = { reviewId, reason: 'Withdrawn by the customer', idempotencyKey: freshKey('dismiss') };
    expect(await dismissReview(shop.app, callerOf('STAFF'), dismissal)).toHaveProperty('review');

    expect(await standing('esha')).toEqual({ balance: 500_00n, disputed: 0n, receivable: 0n });
    await tell('payment.dispute.lost', { dispute: disputeOf(paymentId, 'disp_esha', { status: 'lost' }) });
    expect(await standing('esha')).toEqual({ balance: 0n, disputed: 0n, receivable: 0n });
  });

  it('before its payment was credited holds it once it is', async () => {
    const topUp = await shop.begin('farah');
    const payment = shop.razorpay.pay(linkOf(topUp));
    await tell('payment.dispute.created', { dispute: disputeOf(String(payment['id']), 'disp_farah') });

    await shop.door.settle(shop.paidEvent(topUp, payment));

    expect(await standing('farah')).toEqual({ balance: 0n, disputed: 500_00n, receivable: 0n });
  });
});

describe('a process that ends between noting what a bank says and following it', () => {
  it.each([
    ['open', { balance: 0n, disputed: 500_00n }],
    ['lost', { balance: 0n, disputed: 0n }],
    ['won', { balance: 500_00n, disputed: 0n }],
  ])('leaves it to the poller: %s', async (status, after) => {
    const customerId = `killed-${status}`;
    const paymentId = await settled(customerId);
    if (status !== 'open')
      await tell('payment.dispute.created', { dispute: disputeOf(paymentId, `disp_${customerId}`) });
    const { engine } = shop.app;
    const dying = {
      ...shop.app,
      engine: {
        submit: (useCase: Parameters<typeof engine.submit>[0], command: never) =>
          useCase.name === 'followClaim'
            ? Promise.reject(new Error('killed'))
            : engine.submit(useCase, command),
      } as unknown as typeof engine,
    };
    const event = eventOf(paymentId, `disp_${customerId}`, status);
    await shop.app.stores.paymentEvents.receive(event);

    await expect(applyPaymentEvent(dying, event, 'dies')).rejects.toThrow('killed');
    shop.app.clock.advance({ ms: 10_001 });
    await pollTopUps(shop.app, 'poll');

    expect(await standing(customerId)).toEqual({ receivable: 0n, ...after });
  });
});

const STATES = { open: 'PENDING', lost: 'FINAL', won: 'DROPPED' } as const;

function eventOf(paymentId: string, id: string, status: string): PaymentEvent {
  const eventId = `evt_${id}_${status}`;
  const state = STATES[status as keyof typeof STATES];
  const claim = {
    kind: 'DISPUTE',
    id,
    paymentId,
    amount: 500_00n,
    currency: 'INR',
    state,
    receipt: null,
  } as const;
  return {
    ...{ id: paymentEventId('RAZORPAY', eventId), eventId, provider: 'RAZORPAY', name: `dispute.${status}` },
    ...{ version: 1, status: 'RECEIVED', topUpId: null, problem: null, processedAt: null, nextLookAt: null },
    ...{ report: null, providerIds: [], reference: null, claim, receivedAt: shop.app.now() },
  };
}

type Told = 'open' | 'won' | 'lost' | 'refund';

/** In what order a bank and a provider may speak. */
const ORDERS: readonly (readonly Told[])[] = [
  ['open'],
  ['open', 'won'],
  ['won', 'open'],
  ['open', 'lost'],
  ['lost', 'open'],
  ['open', 'won', 'lost'],
  ['open', 'refund', 'won'],
  ['refund', 'open', 'lost'],
];

interface Before {
  /** What was spent of the ₹500, or is kept for an order, in paise. */
  readonly gone: bigint;
  readonly expired: bigint;
  make(customerId: string): Promise<unknown>;
}

const BEFORE: Readonly<Record<string, Before>> = {
  unspent: { gone: 0n, expired: 0n, make: async () => {} },
  'spent in part': { gone: 200_00n, expired: 0n, make: (id) => acts.debit(shop.app, id, 200_00n) },
  spent: { gone: 500_00n, expired: 0n, make: (id) => acts.debit(shop.app, id, 500_00n) },
  'held for an order': { gone: 200_00n, expired: 0n, make: (id) => acts.hold(shop.app, id, 200_00n) },
  expired: { gone: 0n, expired: 500_00n, make: async () => shop.app.clock.advance({ days: 400 }) },
};

describe('whatever the order of what is told, and how often', () => {
  it.each(Object.entries(BEFORE))('a credit that is %s', async (name, { gone, expired, make }) => {
    for (const order of ORDERS) {
      const customerId = `${name}-${order.join('-')}`.replaceAll(' ', '-');
      const paymentId = await settled(customerId);
      await make(customerId);
      for (const what of name === 'spent in part' ? order.flatMap((one) => [one, one]) : order) {
        if (what === 'refund')
          await tell('refund.processed', { refund: refundOf(paymentId, `rfnd_${customerId}`) });
        else {
          const dispute = disputeOf(paymentId, `disp_${customerId}`, { status: what });
          await tell(`payment.dispute.${what}`, { dispute });
        }
      }

      const left = 500_00n - gone - expired;
      const isTaken = order.includes('lost') || order.includes('refund');
      const isOpen = !isTaken && !order.includes('won');
      expect({ order, ...(await standing(customerId)) }).toEqual({
        order,
        balance: isTaken || isOpen ? 0n : left,
        disputed: isOpen ? left : 0n,
        receivable: isTaken ? gone : 0n,
      });
    }
  });
});

describe('all of that together', () => {
  it('is found by how it stands, the bank’s word before that of a person', async () => {
    const all = (await listed({ kinds: ['DISPUTE'] })).flatMap((review) => review ?? []);
    for (const outcome of ['OPEN', 'KEPT', 'LOST'] as const) {
      const expected = all.filter((review) => disputeOutcome(review) === outcome);
      expect(expected.length).toBeGreaterThan(0);
      expect(await listed({ outcomes: [outcome] })).toEqual(expected);
    }
    expect(await listed({ outcomes: ['OPEN', 'KEPT', 'LOST'] })).toEqual(all);
    expect(disputeOutcome(await disputeReview('disp_esha'))).toBe('LOST');
  });

  it('leaves the books right', async () => {
    await expectSound(shop.app);
  });
});
