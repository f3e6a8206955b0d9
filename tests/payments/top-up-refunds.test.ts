import { defaultPolicy } from '../../api/domain/policy.ts';
import type { TopUp } from '../../api/domain/top-up.ts';
import { decideApproval } from '../../api/services/decide-approval.ts';
import { continueTopUpRefunds } from '../../api/services/continue-top-up-refund.ts';
import { lookForRefunds } from '../../api/services/look-for-refunds.ts';
import { pollTopUps } from '../../api/services/poll-top-up.ts';
import { refundTopUp, type RefundTopUpAsked } from '../../api/services/refund-top-up.ts';
import * as acts from '../support/acts.ts';
import { expectSound } from '../support/audit.ts';
import { callerOf, freshKey } from '../support/app.ts';
import { journalOf } from '../support/check-journal.ts';
import { linkOf, openRazorpayShop } from '../support/razorpay-shop.ts';
import { webhook } from '../support/razorpay.ts';

const shop = openRazorpayShop();
const ravi = callerOf('STAFF', 'ravi');

/** A top-up of ₹500 that was paid and credited. */
async function settled(customerId: string, amount = 500_00n): Promise<TopUp> {
  const topUp = await shop.begin(customerId, amount);
  const payment = shop.razorpay.pay(linkOf(topUp));
  await shop.door.settle(shop.paidEvent(topUp, payment));
  return topUpNow(topUp);
}

async function topUpNow({ id }: TopUp): Promise<TopUp> {
  const topUp = (await shop.app.stores.topUps.load([id])).get(id);
  if (!topUp) throw new Error(`There is no top-up ${id}.`);
  return topUp;
}

/** What the provider says when it is asked for the refunds of a payment before there are any. */
const NONE_YET = { status: 200, body: { items: [] } };

const inputOf = ({ id: topUpId }: TopUp, more: Partial<RefundTopUpAsked> = {}): RefundTopUpAsked => ({
  ...{ topUpId, creditId: null, amount: null, reason: 'Wants it back', idempotencyKey: freshKey('back') },
  ...more,
});
const send = (input: RefundTopUpAsked, caller = ravi, dryRun = false) =>
  refundTopUp(shop.app, caller, input, { dryRun, expectedSeq: null });

async function standing(customerId: string) {
  const wallet = await acts.storedWallet(shop.app, customerId);
  return { balance: wallet.balance, holds: wallet.holds.length };
}

describe('a top-up that is sent back', () => {
  it('answers a repeat the same, also where the customer has paid once more meanwhile', async () => {
    const topUp = await settled('again');
    const input = inputOf(topUp, { amount: 200_00n });
    const first = await send(input);
    if (!('entry' in first)) throw new Error('It was refused.');
    const second = shop.razorpay.pay(linkOf(topUp));
    await shop.door.settle(shop.paidEvent(topUp, second));
    expect((await topUpNow(topUp)).payments).toHaveLength(2);

    expect(await send(input)).toMatchObject({ replayed: true, entry: { id: first.entry.id } });
  });

  it('is held, given back by the provider once, and taken; a repeat answers the same', async () => {
    const topUp = await settled('asha');
    const input = inputOf(topUp, { amount: 200_00n });

    const first = await send(input);
    expect(first).toMatchObject({ entry: { kind: 'HOLD', purpose: 'REFUND_TO_SOURCE', amount: 200_00n } });
    expect(await send(input)).toMatchObject({ replayed: true });
    expect(await send({ ...input, amount: 100_00n })).toMatchObject({
      refused: { code: 'IDEMPOTENCY_CONFLICT' },
    });

    expect(await standing('asha')).toEqual({ balance: 300_00n, holds: 0 });
    const [refund, ...more] = (await topUpNow(topUp)).refunds ?? [];
    expect(refund).toMatchObject({ status: 'DONE', amount: 200_00n, by: { id: 'ravi' } });
    expect(more).toEqual([]);
    expect(shop.razorpay.payments.get(refund?.paymentId ?? '')).toMatchObject({ amount_refunded: 200_00 });
    expect((await journalOf(shop.app, 'asha')).at(-1)).toMatchObject({
      ...{ kind: 'REVERSAL', amount: 200_00n, holdId: refund?.holdId },
    });
  });

  it('gives back only what is free of its credit', async () => {
    const topUp = await settled('bala');
    await acts.entryOf(acts.debit(shop.app, 'bala', 150_00n));
    await acts.entryOf(acts.hold(shop.app, 'bala', 100_00n));

    expect(await send(inputOf(topUp, { amount: 250_01n }))).toMatchObject({
      refused: { code: 'AMOUNT_OUT_OF_RANGE', max: 250_00n },
    });
    expect(await send(inputOf(topUp))).toMatchObject({ entry: { amount: 250_00n } });
    expect(await send(inputOf(topUp))).toMatchObject({ refused: { code: 'CREDIT_USED_UP' } });
    expect(await standing('bala')).toEqual({ balance: 0n, holds: 1 });
  });

  it('is only looked at in a dry run', async () => {
    const topUp = await settled('chitra');

    expect(await send(inputOf(topUp), ravi, true)).toMatchObject({ needsApproval: false });

    expect((await topUpNow(topUp)).refunds).toBeUndefined();
    expect(await standing('chitra')).toEqual({ balance: 500_00n, holds: 0 });
  });

  it('stays in the wallet when the provider refuses', async () => {
    const topUp = await settled('divya');
    shop.razorpay.payments.delete(topUp.payments[0]?.id ?? '');

    await send(inputOf(topUp));

    expect((await topUpNow(topUp)).refunds).toMatchObject([{ status: 'FAILED' }]);
    expect(await standing('divya')).toEqual({ balance: 500_00n, holds: 0 });
  });

  it('that was never paid is none', async () => {
    const topUp = await shop.begin('esha');

    expect(await send(inputOf(topUp))).toMatchObject({ refused: { code: 'NOT_REFUNDABLE' } });
    expect(await send(inputOf({ ...topUp, id: 'esha:none' }))).toMatchObject({
      refused: { code: 'NOT_REFUNDABLE' },
    });
  });

  it('above a limit waits for another person, who has it done', async () => {
    const topUp = await settled('farah', 6_000_00n);
    const { policy } = shop.app;
    const limits = { ...policy.approvals.limits, STAFF: defaultPolicy.approvals.limits.STAFF };
    const strict = { ...shop.app, policy: { ...policy, approvals: { ...policy.approvals, limits } } };

    const asked = await refundTopUp(strict, ravi, inputOf(topUp), { dryRun: false, expectedSeq: null });
    if (!('approval' in asked) || !asked.approval) throw new Error('Nobody was asked.');
    expect(await standing('farah')).toEqual({ balance: 6_000_00n, holds: 0 });
    await decideApproval(shop.app, callerOf('ADMIN', 'meera'), {
      ...{ approvalId: asked.approval.id, verdict: 'APPROVE', note: null, expectedSeq: null },
      idempotencyKey: freshKey('decide'),
    });

    expect((await topUpNow(topUp)).refunds).toMatchObject([{ status: 'DONE', by: { id: 'ravi' } }]);
    expect(await standing('farah')).toEqual({ balance: 0n, holds: 0 });
  });
});

describe('a refund of a top-up that is not answered', () => {
  it('keeps its hold, and the poller finds the one that was made', async () => {
    const topUp = await settled('gita');
    shop.razorpay.next.push(NONE_YET, null, null, null);
    await send(inputOf(topUp));
    expect(await standing('gita')).toEqual({ balance: 0n, holds: 1 });

    shop.app.clock.advance({ ms: 31_000 });
    await pollTopUps(shop.app, 'poll');

    expect((await topUpNow(topUp)).refunds).toMatchObject([{ status: 'DONE' }]);
    expect((await topUpNow(topUp)).nextRefundAt).toBeUndefined();
    expect(await standing('gita')).toEqual({ balance: 0n, holds: 0 });
    expect(shop.razorpay.payments.get(topUp.payments[0]?.id ?? '')).toMatchObject({
      amount_refunded: 500_00,
    });
  });

  const slow = async (customerId: string) => {
    const topUp = await settled(customerId);
    const payment_id = topUp.payments[0]?.id ?? '';
    const taken = { id: `rfnd_${customerId}`, entity: 'refund', payment_id, amount: 500_00 };
    const answer = { status: 200, body: { ...taken, currency: 'INR', status: 'pending' } };
    shop.razorpay.next.push(NONE_YET, answer);
    await send(inputOf(topUp));
    const [refund] = (await topUpNow(topUp)).refunds ?? [];
    expect(refund).toMatchObject({ status: 'PROCESSING', refundId: `rfnd_${customerId}` });
    return { topUp, made: { ...taken, currency: 'INR', receipt: refund?.receipt } };
  };
  const tell = (name: string, refund: object, id: string) =>
    shop.door.settle(webhook(name, { refund }, `evt_${id}`));

  it.each([
    ['processed', 'DONE', 0n],
    ['failed', 'FAILED', 500_00n],
  ])('ends when a notification says %s, however often', async (status, expected, balance) => {
    const { topUp, made } = await slow(`told-${status}`);

    shop.razorpay.refunds.set(made.id, { ...made, status });
    await tell(`refund.${status}`, { ...made, status }, `told-${status}-1`);
    await tell(`refund.${status}`, { ...made, status }, `told-${status}-2`);
    await tell('refund.created', { ...made, status: 'pending' }, `told-${status}-3`);
    await continueTopUpRefunds(shop.app, topUp.id, 'again');

    expect((await topUpNow(topUp)).refunds).toMatchObject([{ status: expected }]);
    expect(await standing(`told-${status}`)).toEqual({ balance, holds: 0 });
    const reviews = await shop.app.stores.paymentReviews.ofPayments('RAZORPAY', [made.payment_id]);
    expect(reviews).toEqual([]);
  });

  it('ends when the provider is asked, or is found in its list', async () => {
    const asked = await slow('asked');
    shop.razorpay.refunds.set('asked', { ...asked.made, status: 'processed' });
    shop.app.clock.advance({ ms: 31_000 });
    await pollTopUps(shop.app, 'poll');
    expect(await standing('asked')).toEqual({ balance: 0n, holds: 0 });

    const listed = await slow('listed');
    shop.razorpay.refunds.set('listed', { ...listed.made, status: 'failed' });
    await lookForRefunds(shop.app, 0, 'find');
    expect(await standing('listed')).toEqual({ balance: 500_00n, holds: 0 });
  });
});

describe('all of that together', () => {
  it('leaves the books right', async () => {
    await expectSound(shop.app);
  });
});
