import type { PaymentReview } from '../../api/domain/payment-review.ts';
import type { TopUp } from '../../api/domain/top-up.ts';
import { creditReview } from '../../api/services/credit-review.ts';
import { dismissReview } from '../../api/services/dismiss-review.ts';
import { lookForRefunds } from '../../api/services/look-for-refunds.ts';
import { pollTopUps } from '../../api/services/poll-top-up.ts';
import { refundReview } from '../../api/services/refund-review.ts';
import { takeReview } from '../../api/services/take-review.ts';
import * as acts from '../support/acts.ts';
import { expectSound } from '../support/audit.ts';
import { callerOf, freshKey, openWallet } from '../support/app.ts';
import { linkOf, openRazorpayShop } from '../support/razorpay-shop.ts';
import { webhook } from '../support/razorpay.ts';

const shop = openRazorpayShop();
const ravi = callerOf('STAFF', 'ravi');
const sita = callerOf('STAFF', 'sita');

let events = 0;
const tell = (name: string, entities: Record<string, unknown>) => {
  events += 1;
  return shop.door.settle(webhook(name, entities, `evt_review_${events}`));
};

let payments = 0;
/** A captured payment that belongs to nothing we know. */
function stray(more: object = {}): Record<string, unknown> & { id: string } {
  payments += 1;
  const id = `pay_stray_${payments}`;
  const payment = {
    id,
    amount: 500_00,
    currency: 'INR',
    status: 'captured',
    order_id: `order_${id}`,
    ...more,
  };
  shop.razorpay.payments.set(id, payment);
  return payment;
}

async function reviewOf(about: 'payment' | 'refund' | 'dispute', id: string): Promise<PaymentReview> {
  const reviewId = `RAZORPAY:${about}:${id}`;
  const review = (await shop.app.stores.paymentReviews.load([reviewId])).get(reviewId);
  if (!review) throw new Error(`There is no review ${reviewId}.`);
  return review;
}

async function unknown(more: object = {}): Promise<PaymentReview> {
  const payment = stray(more);
  await tell('payment.captured', { payment });
  return reviewOf('payment', payment.id);
}

async function walletOf(id: string) {
  const wallet = (await shop.app.stores.wallets.load([id])).get(id);
  return { balance: wallet?.balance, receivable: wallet?.receivable ?? 0n };
}

/** A top-up that was paid and credited, and its payment. */
async function settled(customerId: string): Promise<{ topUp: TopUp; paymentId: string }> {
  const topUp = await shop.begin(customerId);
  const payment = shop.razorpay.pay(linkOf(topUp));
  await shop.door.settle(shop.paidEvent(topUp, payment));
  return { topUp, paymentId: String(payment['id']) };
}

const refundOf = (paymentId: string, id: string, more: object = {}) => ({
  ...{ id, entity: 'refund', amount: 500_00, currency: 'INR', payment_id: paymentId, receipt: null },
  ...{ status: 'processed', ...more },
});
const disputeOf = (paymentId: string, id: string, more: object = {}) => ({
  ...{ id, entity: 'dispute', payment_id: paymentId, amount: 500_00, currency: 'INR', amount_deducted: 0 },
  ...{ phase: 'chargeback', status: 'open', ...more },
});
const actsOn = ({ id }: PaymentReview) =>
  shop.app.stores.acts.stretch(
    { about: { kind: 'PAYMENT_REVIEW', id } },
    { beyond: null, from: null, to: null, limit: 5 },
  );
const on = (review: PaymentReview, purpose: string) => ({
  reviewId: review.id,
  idempotencyKey: freshKey(purpose),
});

describe('money that fits no top-up', () => {
  it.each<[string, object, string]>([
    ['of an unknown order', {}, 'UNKNOWN_ORDER'],
    ['in dollars', { currency: 'USD' }, 'UNKNOWN_ORDER'],
  ])('%s waits for a person', async (_, more, kind) => {
    expect(await unknown(more)).toMatchObject({ kind, status: 'OPEN', topUpId: null, collected: 500_00n });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['another amount', { amount: 1_00 }, 'AMOUNT_MISMATCH'],
    ['another currency', { currency: 'USD' }, 'CURRENCY_MISMATCH'],
  ])('because of %s waits with its top-up', async (_, more, kind) => {
    const topUp = await shop.begin(`asha-${kind}`);
    const payment = shop.razorpay.pay(linkOf(topUp), more);
    await shop.door.settle(shop.paidEvent(topUp, payment));

    expect(await reviewOf('payment', String(payment['id']))).toMatchObject({
      ...{ kind, status: 'OPEN', topUpId: topUp.id, expected: 500_00n },
    });
  });

  it('ends by itself when its top-up turns up, and is credited once', async () => {
    const topUp = await shop.begin('bala');
    const payment = { ...shop.razorpay.pay(linkOf(topUp)), notes: [] } as Record<string, unknown>;
    await tell('payment.captured', { payment });
    expect(await reviewOf('payment', String(payment['id']))).toMatchObject({ status: 'OPEN' });

    await shop.door.settle(shop.paidEvent(topUp, payment));

    expect(await reviewOf('payment', String(payment['id']))).toMatchObject({
      ...{ status: 'CREDITED', topUpId: topUp.id, ending: { by: { id: 'payments' } } },
    });
    expect(await walletOf('bala')).toEqual({ balance: 500_00n, receivable: 0n });
  });

  it('that bears our reference makes no review where the provider confirms the top-up', async () => {
    const topUp = await shop.begin('chitra');
    const payment = shop.razorpay.pay(linkOf(topUp));
    await tell('payment.captured', { payment });
    await pollTopUps(shop.app, 'poll');
    shop.app.clock.advance({ ms: 10_001 });
    await pollTopUps(shop.app, 'poll');

    expect(await walletOf('chitra')).toMatchObject({ balance: 500_00n });
    const id = `RAZORPAY:payment:${String(payment['id'])}`;
    expect((await shop.app.stores.paymentReviews.load([id])).size).toBe(0);
  });
});

describe('a person', () => {
  it('credits it to a wallet as bought, in any status, and a repeat changes nothing', async () => {
    await openWallet(shop.app, 'divya');
    await acts.entryOf(acts.setStatus(shop.app, 'divya', 'FROZEN'));
    const review = await unknown();
    const input = { ...on(review, 'credit'), customerId: 'divya' };

    expect(await creditReview(shop.app, ravi, input)).toMatchObject({
      ...{
        replayed: false,
        review: { status: 'CREDITED', walletId: 'divya', ending: { by: { id: 'ravi' } } },
      },
    });
    expect(await creditReview(shop.app, ravi, input)).toMatchObject({ replayed: true });
    expect(
      await creditReview(shop.app, ravi, { ...input, customerId: 'asha-AMOUNT_MISMATCH' }),
    ).toMatchObject({
      refused: { code: 'IDEMPOTENCY_CONFLICT' },
    });

    expect(await walletOf('divya')).toMatchObject({ balance: 500_00n });
    const { entryId } = await reviewOf('payment', review.paymentId);
    expect((await shop.app.stores.journal.load([entryId ?? ''])).get(entryId ?? '')).toMatchObject({
      ...{ kind: 'CREDIT', actor: { id: 'ravi' }, lot: { funding: 'PURCHASED', source: 'PURCHASE' } },
      origin: { kind: 'REVIEW', reviewId: review.id },
    });
    expect((await actsOn(review)).map(({ act }) => act)).toEqual(['creditReview']);
  });

  it('has it refunded to its source, once, though the answer is lost', async () => {
    const review = await unknown();
    shop.razorpay.next.push(null, null, null);
    const input = on(review, 'refund');

    expect(await refundReview(shop.app, ravi, input)).toMatchObject({
      review: { status: 'OPEN', refund: { status: 'PROCESSING' } },
    });
    expect(
      await creditReview(shop.app, sita, { ...on(review, 'credit'), customerId: 'divya' }),
    ).toMatchObject({
      refused: { code: 'REVIEW_ENDED' },
    });
    shop.app.clock.advance({ ms: 60_000 });
    await pollTopUps(shop.app, 'poll');

    expect(await reviewOf('payment', review.paymentId)).toMatchObject({
      ...{ status: 'REFUNDED', refund: { status: 'DONE', amount: 500_00n }, ending: { by: { id: 'ravi' } } },
    });
    expect(shop.razorpay.payments.get(review.paymentId)).toMatchObject({ amount_refunded: 500_00 });
    expect(await refundReview(shop.app, ravi, input)).toMatchObject({ replayed: true });
  });

  it('is told when the provider will not refund, and may decide otherwise', async () => {
    const review = await unknown();
    shop.razorpay.payments.delete(review.paymentId);

    expect(await refundReview(shop.app, ravi, on(review, 'refund'))).toEqual({
      refused: { code: 'NOT_REFUNDABLE' },
    });
    expect(
      await dismissReview(shop.app, ravi, { ...on(review, 'dismiss'), reason: 'Settled in cash' }),
    ).toMatchObject({ review: { status: 'DISMISSED', ending: { reason: 'Settled in cash' } } });
  });

  it('finds it open again when the provider takes a refund on and then fails', async () => {
    const review = await unknown();
    const { paymentId: payment_id } = review;
    const taken = { id: 'rfnd_slow', payment_id, amount: 500_00, currency: 'INR', status: 'pending' };
    shop.razorpay.next.push({ status: 200, body: taken });
    expect(await refundReview(shop.app, ravi, on(review, 'refund'))).toMatchObject({
      review: { status: 'REFUNDED', refund: { status: 'PROCESSING', refundId: 'rfnd_slow' } },
    });

    await tell('refund.failed', { refund: refundOf(payment_id, 'rfnd_slow', { status: 'failed' }) });

    expect(await reviewOf('payment', payment_id)).toMatchObject({
      ...{ status: 'OPEN', refund: { status: 'FAILED' }, ending: null },
    });
    expect(await refundReview(shop.app, ravi, on(review, 'again'))).toMatchObject({
      review: { status: 'REFUNDED', refund: { status: 'DONE' } },
    });
  });

  it('is kept from what another has taken, and an admin is not', async () => {
    const review = await unknown();
    expect(await takeReview(shop.app, sita, on(review, 'take'))).toMatchObject({
      review: { assignment: { actor: { id: 'sita' } } },
    });
    const dismissal = { ...on(review, 'dismiss'), reason: 'Not ours' };

    expect(await dismissReview(shop.app, ravi, dismissal)).toMatchObject({
      refused: { code: 'REVIEW_TAKEN' },
    });
    expect(await dismissReview(shop.app, callerOf('ADMIN'), dismissal)).toMatchObject({
      review: { status: 'DISMISSED' },
    });
  });

  it('is the only one who decides, of several at once', async () => {
    for (const id of ['race-a', 'race-b']) await openWallet(shop.app, id);
    const review = await unknown();

    const outcomes = await Promise.all([
      creditReview(shop.app, ravi, { ...on(review, 'credit'), customerId: 'race-a' }),
      creditReview(shop.app, sita, { ...on(review, 'credit'), customerId: 'race-b' }),
      refundReview(shop.app, ravi, on(review, 'refund')),
      dismissReview(shop.app, sita, { ...on(review, 'dismiss'), reason: 'Not ours' }),
    ]);

    expect(outcomes.filter((outcome) => 'review' in outcome)).toHaveLength(1);
    const [a, b] = [await walletOf('race-a'), await walletOf('race-b')];
    expect((a.balance ?? 0n) + (b.balance ?? 0n)).toBeLessThanOrEqual(500_00n);
  });

  it('cannot credit what a top-up was credited for at the same time: one of both is', async () => {
    const topUp = await shop.begin('esha');
    await openWallet(shop.app, 'other');
    const payment = { ...shop.razorpay.pay(linkOf(topUp)), notes: [] } as Record<string, unknown>;
    await tell('payment.captured', { payment });
    const review = await reviewOf('payment', String(payment['id']));

    await Promise.all([
      shop.door.settle(shop.paidEvent(topUp, payment)),
      creditReview(shop.app, ravi, { ...on(review, 'credit'), customerId: 'other' }),
    ]);

    const [own, other] = [await walletOf('esha'), await walletOf('other')];
    expect((own.balance ?? 0n) + (other.balance ?? 0n)).toBe(500_00n);
  });
});

describe('a refund at the provider of what was credited', () => {
  it('takes what is left, and what was spent is owed and never negative', async () => {
    const { topUp, paymentId } = await settled('farah');
    await acts.entryOf(acts.debit(shop.app, 'farah', 200_00n));

    await tell('refund.processed', { refund: refundOf(paymentId, 'rfnd_farah') });
    await tell('refund.created', { refund: refundOf(paymentId, 'rfnd_farah') });

    expect(await walletOf('farah')).toEqual({ balance: 0n, receivable: 200_00n });
    expect(await reviewOf('refund', 'rfnd_farah')).toMatchObject({
      ...{ kind: 'PROVIDER_REFUND', status: 'OPEN', topUpId: topUp.id, walletId: 'farah' },
      claim: { state: 'FINAL', taken: 300_00n, receivable: 200_00n },
    });
    await acts.entryOf(acts.credit(shop.app, 'farah', 50_00n));
    expect(await walletOf('farah')).toEqual({ balance: 50_00n, receivable: 200_00n });
  });

  it('of a part takes only that, and several together no more than was credited', async () => {
    const { paymentId } = await settled('gita');
    await acts.entryOf(acts.debit(shop.app, 'gita', 100_00n));
    for (const [id, amount] of [
      ['rfnd_g1', 150_00],
      ['rfnd_g2', 150_00],
      ['rfnd_g3', 500_00],
    ] as const) {
      await tell('refund.processed', { refund: refundOf(paymentId, id, { amount }) });
    }

    expect(await walletOf('gita')).toEqual({ balance: 0n, receivable: 100_00n });
  });

  it('is not owed as far as the credit had expired', async () => {
    const { paymentId } = await settled('hari');
    await acts.entryOf(acts.debit(shop.app, 'hari', 200_00n));
    shop.app.clock.advance({ days: 400 });

    await tell('refund.processed', { refund: refundOf(paymentId, 'rfnd_hari') });

    expect(await walletOf('hari')).toEqual({ balance: 0n, receivable: 200_00n });
  });

  it('that is told before its payment takes it back once that is credited', async () => {
    const topUp = await shop.begin('indu');
    const payment = shop.razorpay.pay(linkOf(topUp));
    await tell('refund.processed', { refund: refundOf(String(payment['id']), 'rfnd_early') });
    expect(await reviewOf('refund', 'rfnd_early')).toMatchObject({ status: 'OPEN', walletId: null });

    await shop.door.settle(shop.paidEvent(topUp, payment));

    expect(await walletOf('indu')).toEqual({ balance: 0n, receivable: 0n });
    expect(await reviewOf('refund', 'rfnd_early')).toMatchObject({ claim: { taken: 500_00n } });
  });

  it('of money that nobody had credited leaves nothing to decide on', async () => {
    const review = await unknown();

    await tell('refund.processed', { refund: refundOf(review.paymentId, 'rfnd_stray') });

    expect(await reviewOf('payment', review.paymentId)).toMatchObject({ status: 'REFUNDED', collected: 0n });
    expect(await reviewOf('refund', 'rfnd_stray')).toMatchObject({ status: 'REFUNDED' });
  });

  it('takes back what a person had credited', async () => {
    await openWallet(shop.app, 'jaya');
    const review = await unknown();
    await creditReview(shop.app, ravi, { ...on(review, 'credit'), customerId: 'jaya' });

    await tell('refund.processed', { refund: refundOf(review.paymentId, 'rfnd_jaya') });

    expect(await walletOf('jaya')).toEqual({ balance: 0n, receivable: 0n });
  });

  it('of a payment that was never captured is none', async () => {
    const { paymentId } = await settled('kiran');
    const payment = { id: paymentId, captured: false };

    await tell('refund.processed', { refund: refundOf(paymentId, 'rfnd_auto'), payment });

    expect(await walletOf('kiran')).toEqual({ balance: 500_00n, receivable: 0n });
  });
});

describe('a refund at the provider that was taken in whole', () => {
  it('ends its review by itself, which is an act of the provider and not of a person', async () => {
    const { paymentId } = await settled('qadir');

    await tell('refund.processed', { refund: refundOf(paymentId, 'rfnd_whole') });

    const review = await reviewOf('refund', 'rfnd_whole');
    expect(review).toMatchObject({
      ...{ status: 'REFUNDED', claim: { taken: 500_00n, receivable: 0n } },
      ending: { by: { id: 'payments' }, reason: 'All of it was taken from its credit.' },
    });
    const [act, ...others] = await actsOn(review);
    expect(act).toMatchObject({
      ...{ act: 'settleReview', actor: { id: 'payments', role: 'SYSTEM' }, customerId: 'qadir' },
      ...{ before: [{ key: 'status', value: 'OPEN' }], after: [{ key: 'status', value: 'REFUNDED' }] },
    });
    expect(others).toEqual([]);
  });

  it('is open again when the provider gives it back to us after all', async () => {
    const { paymentId } = await settled('rina');
    await tell('refund.processed', { refund: refundOf(paymentId, 'rfnd_back') });

    await tell('refund.failed', { refund: refundOf(paymentId, 'rfnd_back', { status: 'failed' }) });

    expect(await reviewOf('refund', 'rfnd_back')).toMatchObject({ status: 'OPEN', ending: null });
  });
});

describe('a refund of which no notification comes', () => {
  const look = async () => {
    let found = 0;
    for (let next = 0, isFirst = true; next > 0 || isFirst; isFirst = false) {
      const run = await lookForRefunds(shop.app, next, 'find');
      found += run.found;
      next = run.next;
    }
    return found;
  };
  /** Made at the provider, and told to nobody. */
  const make = (refund: ReturnType<typeof refundOf>) => shop.razorpay.refunds.set(refund.id, refund);

  it('is found with the provider and taken from its credit, once', async () => {
    const { paymentId } = await settled('salma');
    make(refundOf(paymentId, 'rfnd_untold'));
    make(refundOf('pay_of_another_shop', 'rfnd_of_another'));

    expect(await look()).toBe(1);
    expect(await look()).toBe(0);

    expect(await walletOf('salma')).toEqual({ balance: 0n, receivable: 0n });
    expect(await reviewOf('refund', 'rfnd_untold')).toMatchObject({ status: 'REFUNDED' });
    await tell('refund.processed', { refund: refundOf(paymentId, 'rfnd_untold') });
    expect(await walletOf('salma')).toEqual({ balance: 0n, receivable: 0n });
    await expect(reviewOf('refund', 'rfnd_of_another')).rejects.toThrow('There is no review');
  });

  it('is seen when it is under way, and again when it has come through', async () => {
    const { paymentId } = await settled('tara');
    make(refundOf(paymentId, 'rfnd_slowly', { status: 'pending' }));
    expect(await look()).toBe(1);
    expect(await look()).toBe(0);
    expect(await walletOf('tara')).toMatchObject({ balance: 500_00n });

    make(refundOf(paymentId, 'rfnd_slowly'));
    expect(await look()).toBe(1);

    expect(await walletOf('tara')).toMatchObject({ balance: 0n });
  });

  it('is found behind a full page of others', async () => {
    const { paymentId } = await settled('uma');
    make(refundOf(paymentId, 'rfnd_hidden', { created_at: Math.floor(shop.app.now() / 1_000) }));
    for (let n = 0; n < 150; n += 1) make(refundOf(`pay_other_${n}`, `rfnd_other_${n}`));

    expect(await look()).toBe(1);

    expect(await walletOf('uma')).toMatchObject({ balance: 0n });
  });

  it('and that we have asked for ourselves ends as the provider says', async () => {
    const review = await unknown();
    const { paymentId: payment_id } = review;
    const taken = refundOf(payment_id, 'rfnd_own', { status: 'pending' });
    shop.razorpay.next.push({ status: 200, body: taken });
    await refundReview(shop.app, ravi, on(review, 'refund'));

    make({ ...taken, status: 'failed' });
    expect(await look()).toBe(1);
    expect(await look()).toBe(0);

    expect(await reviewOf('payment', payment_id)).toMatchObject({
      status: 'OPEN',
      refund: { status: 'FAILED' },
    });
  });

  it('waits while the provider does not answer', async () => {
    shop.razorpay.next.push(null, null, null);
    expect(await lookForRefunds(shop.app, 100, 'find')).toEqual({ found: 0, next: 100 });
  });
});

describe('a dispute', () => {
  it('holds the credit when it is opened, takes it when it is lost, and gives it back when it is won', async () => {
    const lost = await settled('lata');
    const won = await settled('maya');
    await tell('payment.dispute.created', { dispute: disputeOf(lost.paymentId, 'disp_1') });
    await tell('payment.dispute.created', { dispute: disputeOf(won.paymentId, 'disp_2') });
    expect(await reviewOf('dispute', 'disp_1')).toMatchObject({ kind: 'DISPUTE', status: 'OPEN' });
    expect(await walletOf('lata')).toMatchObject({ balance: 0n });

    // What counts is what the dispute says, and not what the event is called.
    const status = { status: 'lost', amount_deducted: 500_00 };
    await tell('payment.dispute.under_review', { dispute: disputeOf(lost.paymentId, 'disp_1', status) });
    await tell('payment.dispute.created', { dispute: disputeOf(lost.paymentId, 'disp_1') });
    await tell('payment.dispute.won', { dispute: disputeOf(won.paymentId, 'disp_2', { status: 'won' }) });

    expect(await walletOf('lata')).toEqual({ balance: 0n, receivable: 0n });
    expect(await reviewOf('dispute', 'disp_1')).toMatchObject({
      status: 'REFUNDED',
      claim: { taken: 500_00n },
    });
    expect(await walletOf('maya')).toMatchObject({ balance: 500_00n });
    expect(await reviewOf('dispute', 'disp_2')).toMatchObject({ status: 'DISMISSED' });
  });

  it('cannot be credited or refunded, only dismissed', async () => {
    const { paymentId } = await settled('nina');
    await tell('payment.dispute.created', { dispute: disputeOf(paymentId, 'disp_3') });
    const review = await reviewOf('dispute', 'disp_3');

    expect(await creditReview(shop.app, ravi, { ...on(review, 'credit'), customerId: 'nina' })).toMatchObject(
      {
        refused: { code: 'INVALID_INPUT' },
      },
    );
    expect(await refundReview(shop.app, ravi, on(review, 'refund'))).toHaveProperty('refused');
    expect(
      await dismissReview(shop.app, ravi, { ...on(review, 'dismiss'), reason: 'Answered the bank' }),
    ).toHaveProperty('review');
  });
});

describe('a notification of refunds and disputes', () => {
  it.each<[string, object]>([
    ['a fractional amount', { amount: 1.5 }],
    ['a negative amount', { amount: -500_00 }],
    ['an amount beyond all numbers', { amount: 1e21 }],
    ['no amount', { amount: null }],
    ['an object for an id', { id: { $gt: '' } }],
    ['no payment', { payment_id: null }],
    ['a status that nobody knows', { status: 'melted' }],
  ])('with %s is acknowledged and moves nothing', async (_, more) => {
    const customerId = `olga-${events}`;
    const { paymentId } = await settled(customerId);
    const before = await walletOf(customerId);

    expect(await tell('refund.processed', { refund: refundOf(paymentId, `rfnd_odd_${events}`, more) })).toBe(
      200,
    );
    expect(
      await tell('payment.dispute.lost', { dispute: disputeOf(paymentId, `disp_odd_${events}`, more) }),
    ).toBe(200);

    expect(await walletOf(customerId)).toEqual(before);
  });

  it('of more than was credited takes no more than that', async () => {
    const { paymentId } = await settled('parul');

    await tell('refund.processed', {
      refund: refundOf(paymentId, 'rfnd_huge', { amount: 9_000_000_000_000_00 }),
    });

    expect(await walletOf('parul')).toEqual({ balance: 0n, receivable: 0n });
  });
});

describe('all of that together', () => {
  it('leaves the books right', async () => {
    await expectSound(shop.app);
  });
});
