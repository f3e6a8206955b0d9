import { createHmac } from 'node:crypto';
import { pollTopUps } from '../../api/services/poll-top-up.ts';
import { setWalletStatus } from '../../api/services/set-wallet-status.ts';
import { RateLimits } from '../../api/server/limits/rate-limits.ts';
import { callerOf, freshKey } from '../support/app.ts';
import { PaymentDoor } from '../support/payment-door.ts';
import { linkOf, openRazorpayShop } from '../support/razorpay-shop.ts';
import { OLD_SECRET, webhook, type Webhook } from '../support/razorpay.ts';
import { testConfig } from '../support/server.ts';

const shop = openRazorpayShop();
const untouched = { status: 'AWAITING_PAYMENT', doubts: [], balance: 0n };

describe('a notification of Razorpay', () => {
  it('credits what was collected, as a purchase by the payments, and says so on the top-up', async () => {
    const topUp = await shop.begin('asha');
    const payment = shop.razorpay.pay(linkOf(topUp));

    expect(await shop.door.settle(shop.paidEvent(topUp, payment))).toBe(200);

    expect(await shop.stateOf(topUp)).toEqual({ status: 'SETTLED', doubts: [], balance: 500_00n });
    const id = `asha:topup:${String(payment['id'])}`;
    expect((await shop.app.stores.journal.load([id])).get(id)).toMatchObject({
      kind: 'CREDIT',
      amount: 500_00n,
      actor: { id: 'payments', role: 'SYSTEM', channel: 'PAYMENT' },
      lot: { source: 'PURCHASE', funding: 'PURCHASED' },
      origin: { kind: 'TOP_UP', topUpId: topUp.id },
    });
  });

  it('credits once when the same payment is told five times at once, and by three kinds of events', async () => {
    const topUp = await shop.begin('bala');
    const payment = shop.razorpay.pay(linkOf(topUp));
    const same = shop.paidEvent(topUp, payment);
    await Promise.all([1, 2, 3, 4, 5].map(() => shop.door.deliver(same)));
    await shop.door.settled();
    const order = { id: payment['order_id'], status: 'paid' };
    await shop.door.settle(webhook('payment.captured', { payment }, 'evt_bala_captured'));
    await shop.door.settle(webhook('order.paid', { payment, order }, 'evt_bala_order'));

    expect(await shop.stateOf(topUp)).toEqual({ status: 'SETTLED', doubts: [], balance: 500_00n });
  });

  it('lands in a frozen wallet: it is owed', async () => {
    const topUp = await shop.begin('chitra');
    await setWalletStatus(shop.app, callerOf('ADMIN'), {
      ...{ customerId: 'chitra', status: 'FROZEN', reason: 'Lost phone', idempotencyKey: freshKey('freeze') },
    });

    await shop.door.settle(shop.paidEvent(topUp, shop.razorpay.pay(linkOf(topUp))));

    expect(await shop.stateOf(topUp)).toMatchObject({ status: 'SETTLED', balance: 500_00n });
  });

  it('is not read any more from where too many forged ones came, however many good ones came before', async () => {
    const { forgeries } = new RateLimits(testConfig({ RATE_LIMIT_FORGED: '3' }).rateLimits);
    const door = await PaymentDoor.open(shop.app, forgeries);
    const topUp = await shop.begin('zoya');
    const good = shop.paidEvent(topUp, shop.razorpay.pay(linkOf(topUp)));
    const forged = { ...good, headers: { ...good.headers, 'x-razorpay-signature': 'f'.repeat(64) } };
    const statuses: number[] = [];
    for (const webhook of [good, good, good, good, forged, forged, forged, forged, good])
      statuses.push(await door.deliver(webhook));
    await door.settled();
    await door.close();

    expect(statuses).toEqual([200, 200, 200, 200, 401, 401, 401, 429, 429]);
  });

  it('is refused with any bit of its body or signature flipped', async () => {
    const topUp = await shop.begin('divya');
    const good = shop.paidEvent(topUp, shop.razorpay.pay(linkOf(topUp)));
    const signature = good.headers['x-razorpay-signature'] ?? '';
    for (let bit = 0; bit < good.body.length * 8; bit += 97) {
      const body = Buffer.from(good.body);
      body[bit >> 3] = (body[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(await shop.door.settle({ ...good, body })).toBe(401);
    }
    for (let place = 0; place < signature.length; place += 1) {
      const other = signature[place] === 'a' ? 'b' : 'a';
      const forged = signature.slice(0, place) + other + signature.slice(place + 1);
      expect(
        await shop.door.settle({ ...good, headers: { ...good.headers, 'x-razorpay-signature': forged } }),
      ).toBe(401);
    }

    expect(await shop.stateOf(topUp)).toEqual(untouched);
  });

  it.each<[string, (good: Webhook) => Webhook]>([
    ['an empty signature', (good) => ({ ...good, headers: { ...good.headers, 'x-razorpay-signature': '' } })],
    ['no signature', ({ body }) => ({ body, headers: { 'content-type': 'application/json' } })],
    [
      'half a signature',
      (good) => {
        const half = good.headers['x-razorpay-signature']?.slice(0, 32) ?? '';
        return { ...good, headers: { ...good.headers, 'x-razorpay-signature': half } };
      },
    ],
    [
      'the same JSON written otherwise',
      (good) => ({ ...good, body: Buffer.from(JSON.stringify(JSON.parse(good.body.toString()), null, 1)) }),
    ],
    ['no body', (good) => ({ ...good, body: Buffer.alloc(0) })],
  ])('is refused with %s', async (_, spoil) => {
    const topUp = await shop.begin('esha');
    const good = shop.paidEvent(topUp, shop.razorpay.pay(linkOf(topUp)));

    expect(await shop.door.settle(spoil(good))).toBe(401);

    expect((await shop.stateOf(topUp)).status).toBe('AWAITING_PAYMENT');
  });

  it('is taken when it is signed with the secret before, and not with one that is retired or wrong', async () => {
    const topUp = await shop.begin('farah');
    const payment = shop.razorpay.pay(linkOf(topUp));

    expect(await shop.door.settle(shop.paidEvent(topUp, payment, 'a-secret-that-is-retired'))).toBe(401);
    expect(await shop.stateOf(topUp)).toEqual(untouched);
    expect(await shop.door.settle(shop.paidEvent(topUp, payment, OLD_SECRET))).toBe(200);
    expect(await shop.stateOf(topUp)).toMatchObject({ status: 'SETTLED', balance: 500_00n });
  });

  it.each<[string, object, string]>([
    ['one rupee instead of a thousand', { amount: 1_00 }, 'AMOUNT_MISMATCH'],
    ['more than was asked for', { amount: 1_000_01 }, 'AMOUNT_MISMATCH'],
    ['money that was given back', { status: 'refunded', amount_refunded: 1_000_00 }, 'AMOUNT_MISMATCH'],
    ['money of which half was given back', { amount_refunded: 500_00 }, 'AMOUNT_MISMATCH'],
    ['dollars', { currency: 'USD' }, 'CURRENCY_MISMATCH'],
  ])('that tells of %s is kept for review and never credited', async (_, differs, kind) => {
    const customerId = `gita-${kind}-${JSON.stringify(differs).length}`;
    const topUp = await shop.begin(customerId, 1_000_00n);
    const event = shop.paidEvent(topUp, shop.razorpay.pay(linkOf(topUp), { status: 'captured', ...differs }));

    expect(await shop.door.settle(event)).toBe(200);

    expect(await shop.stateOf(topUp)).toEqual({ ...untouched, doubts: [kind] });
    expect(await shop.eventsWith('REVIEW')).toContainEqual(
      expect.objectContaining({ topUpId: topUp.id, problem: kind }),
    );
  });

  it("with another's order beside its own link is kept for review and credits neither", async () => {
    const mine = await shop.begin('hari');
    const theirs = await shop.begin('indu');
    await shop.app.engine.submit(
      {
        name: 'learnOrder',
        reads: () => ({ topUps: [theirs.id] }),
        decide: (_: null, work) => {
          const topUp = work.get('topUps', theirs.id);
          if (topUp) {
            const providerIds = [...topUp.providerIds, 'order_theirs'];
            work.put('topUps', topUp.id, { ...topUp, providerIds, version: topUp.version + 1 });
          }
        },
      },
      null,
    );
    const payment = shop.razorpay.pay(linkOf(mine), { order_id: 'order_theirs' });

    expect(await shop.door.settle(shop.paidEvent(mine, payment))).toBe(200);

    expect(await shop.stateOf(mine)).toEqual({ ...untouched, doubts: ['ORDER_MISMATCH'] });
    expect(await shop.stateOf(theirs)).toEqual(untouched);
  });

  it('whose notes name the top-up of another customer credits nobody by them', async () => {
    const topUp = await shop.begin('jaya');
    const payment = {
      ...{ id: 'pay_elsewhere', amount: 500_00, currency: 'INR', status: 'captured', order_id: 'order_shop' },
      notes: { reference: topUp.reference },
    };

    expect(await shop.door.settle(webhook('payment.captured', { payment }, 'evt_notes'))).toBe(200);
    await pollTopUps(shop.app, 'poll');
    shop.app.clock.advance({ ms: 10_001 });
    await pollTopUps(shop.app, 'poll');

    expect((await shop.stateOf(topUp)).balance).toBe(0n);
    expect(await shop.eventsWith('REVIEW')).toContainEqual(
      expect.objectContaining({ eventId: 'evt_notes', problem: 'UNKNOWN_ORDER', topUpId: topUp.id }),
    );
  });

  it('about money for an order that nobody knows is acknowledged and waits for a person', async () => {
    const payment = { id: 'pay_x', amount: 1_00, currency: 'INR', status: 'captured', order_id: 'order_x' };

    expect(await shop.door.settle(webhook('payment.captured', { payment }, 'evt_unknown'))).toBe(200);

    const kept = await shop.eventsWith('REVIEW');
    expect(kept).toContainEqual(
      expect.objectContaining({ eventId: 'evt_unknown', problem: 'UNKNOWN_ORDER' }),
    );
  });

  it('about a payment link of ours that is not in the books is kept for review', async () => {
    const payment_link = { id: 'plink_gone', reference_id: 'TOP-22222222ABCD' };
    const payment = { id: 'pay_gone', amount: 1_00, currency: 'INR', status: 'captured' };

    await shop.door.settle(webhook('payment_link.paid', { payment_link, payment }, 'evt_gone'));

    expect(await shop.eventsWith('REVIEW')).toContainEqual(expect.objectContaining({ eventId: 'evt_gone' }));
  });

  it.each<[string, Buffer]>([
    ['that is no JSON', Buffer.from('not json')],
    ['about something else', Buffer.from('{"event":"refund.created","payload":{}}')],
    [
      'with a fractional amount',
      Buffer.from(
        '{"event":"payment.captured","payload":{"payment":{"entity":{"id":"pay_f","amount":1.5,"currency":"INR","status":"captured","order_id":"order_f"}}}}',
      ),
    ],
    ['whose types are all wrong', Buffer.from('{"event":{"$gt":""},"payload":[{"__proto__":1}]}')],
  ])('%s is acknowledged, kept and does nothing', async (_, body) => {
    const signature = createHmac('sha256', OLD_SECRET).update(body).digest('hex');

    expect(await shop.door.settle({ body, headers: { 'x-razorpay-signature': signature } })).toBe(200);
  });

  it('of more than 256 kB is refused before it is looked at', async () => {
    const body = Buffer.alloc(262_145, 'a');

    expect(await shop.door.settle({ body, headers: { 'content-type': 'application/json' } })).toBe(413);
  });
});
