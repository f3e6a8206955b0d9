import type { TopUp } from '../../api/domain/top-up.ts';
import { findWallets } from '../../api/services/queries/find-wallets.ts';
import { pollTopUps } from '../../api/services/poll-top-up.ts';
import { startTopUp } from '../../api/services/start-top-up.ts';
import { callerOf, freshKey, openTestApp, openWallet, type TestApp } from '../support/app.ts';
import { setWalletStatus } from '../../api/services/set-wallet-status.ts';
import { openTestDatabase } from '../support/database.ts';
import { PaymentDoor } from '../support/payment-door.ts';
import { OLD_SECRET, RazorpayStandIn, webhook, type Webhook } from '../support/razorpay.ts';

const at = openTestDatabase();
const razorpay = new RazorpayStandIn();
let app: TestApp;
let door: PaymentDoor;

beforeAll(async () => {
  await razorpay.start();
  app = await openTestApp(at, { payments: razorpay.paymentsOfTests() });
  door = await PaymentDoor.open(app);
});
afterAll(async () => {
  expect(door.errors).toEqual([]);
  await door.close();
  await app.close();
  await razorpay.stop();
});

async function begin(customerId: string, amount = 500_00n): Promise<TopUp> {
  if (!(await app.stores.wallets.load([customerId])).has(customerId)) await openWallet(app, customerId);
  const started = await startTopUp(app, {
    ...{ customerId, amount, method: 'CARD', note: null, idempotencyKey: freshKey('topup') },
  });
  if ('refused' in started) throw new Error(started.refused.code);
  return started.topUp;
}

function linkOf({ providerIds }: TopUp): string {
  return providerIds[0] ?? '';
}

let events = 0;
function paidEvent(topUp: TopUp, payment: object, secret?: string): Webhook {
  events += 1;
  const payment_link = razorpay.links.get(linkOf(topUp));
  return webhook('payment_link.paid', { payment_link, payment }, `evt_${events}`, secret);
}

async function stateOf({ id, walletId }: TopUp) {
  const topUp = (await app.stores.topUps.load([id])).get(id);
  const wallet = (await findWallets(app, [walletId])).get(walletId);
  return { status: topUp?.status, doubts: topUp?.doubts.map(({ kind }) => kind), balance: wallet?.balance };
}

async function eventsWith(status: 'REVIEW' | 'IGNORED' | 'NO_CHANGE' | 'APPLIED' | 'RECEIVED') {
  return app.stores.paymentEvents.withStatus(status, app.now(), 1_000);
}

const untouched = { status: 'AWAITING_PAYMENT', doubts: [], balance: 0n };

describe('a notification of Razorpay', () => {
  it('credits what was collected, as a purchase by the payments, and says so on the top-up', async () => {
    const topUp = await begin('asha');
    const payment = razorpay.pay(linkOf(topUp));

    expect(await door.settle(paidEvent(topUp, payment))).toBe(200);

    expect(await stateOf(topUp)).toEqual({ status: 'SETTLED', doubts: [], balance: 500_00n });
    const id = `asha:topup:${String(payment['id'])}`;
    expect((await app.stores.journal.load([id])).get(id)).toMatchObject({
      kind: 'CREDIT',
      amount: 500_00n,
      actor: { id: 'payments', role: 'SYSTEM', channel: 'PAYMENT' },
      lot: { source: 'PURCHASE', funding: 'PURCHASED' },
      origin: { kind: 'TOP_UP', topUpId: topUp.id },
    });
  });

  it('credits once when the same payment is told five times at once, and by three kinds of events', async () => {
    const topUp = await begin('bala');
    const payment = razorpay.pay(linkOf(topUp));
    const same = paidEvent(topUp, payment);
    await Promise.all([1, 2, 3, 4, 5].map(() => door.deliver(same)));
    await door.settled();
    const order = { id: payment['order_id'], status: 'paid' };
    await door.settle(webhook('payment.captured', { payment }, 'evt_bala_captured'));
    await door.settle(webhook('order.paid', { payment, order }, 'evt_bala_order'));

    expect(await stateOf(topUp)).toEqual({ status: 'SETTLED', doubts: [], balance: 500_00n });
  });

  it('lands in a frozen wallet: it is owed', async () => {
    const topUp = await begin('chitra');
    await setWalletStatus(app, callerOf('ADMIN'), {
      ...{ customerId: 'chitra', status: 'FROZEN', reason: 'Lost phone', idempotencyKey: freshKey('freeze') },
    });

    await door.settle(paidEvent(topUp, razorpay.pay(linkOf(topUp))));

    expect(await stateOf(topUp)).toMatchObject({ status: 'SETTLED', balance: 500_00n });
  });

  it('is refused with any bit of its body or signature flipped', async () => {
    const topUp = await begin('divya');
    const good = paidEvent(topUp, razorpay.pay(linkOf(topUp)));
    const signature = good.headers['x-razorpay-signature'] ?? '';
    for (let bit = 0; bit < good.body.length * 8; bit += 97) {
      const body = Buffer.from(good.body);
      body[bit >> 3] = (body[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(await door.settle({ ...good, body })).toBe(401);
    }
    for (let place = 0; place < signature.length; place += 1) {
      const other = signature[place] === 'a' ? 'b' : 'a';
      const forged = signature.slice(0, place) + other + signature.slice(place + 1);
      expect(
        await door.settle({ ...good, headers: { ...good.headers, 'x-razorpay-signature': forged } }),
      ).toBe(401);
    }

    expect(await stateOf(topUp)).toEqual(untouched);
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
    const topUp = await begin('esha');
    const good = paidEvent(topUp, razorpay.pay(linkOf(topUp)));

    expect(await door.settle(spoil(good))).toBe(401);

    expect((await stateOf(topUp)).status).toBe('AWAITING_PAYMENT');
  });

  it('is taken when it is signed with the secret before, and not with one that is retired or wrong', async () => {
    const topUp = await begin('farah');
    const payment = razorpay.pay(linkOf(topUp));

    expect(await door.settle(paidEvent(topUp, payment, 'a-secret-that-is-retired'))).toBe(401);
    expect(await stateOf(topUp)).toEqual(untouched);
    expect(await door.settle(paidEvent(topUp, payment, OLD_SECRET))).toBe(200);
    expect(await stateOf(topUp)).toMatchObject({ status: 'SETTLED', balance: 500_00n });
  });

  it.each<[string, object, string]>([
    ['one rupee instead of a thousand', { amount: 1_00 }, 'AMOUNT_MISMATCH'],
    ['more than was asked for', { amount: 1_000_01 }, 'AMOUNT_MISMATCH'],
    ['money that was given back', { status: 'refunded', amount_refunded: 1_000_00 }, 'AMOUNT_MISMATCH'],
    ['money of which half was given back', { amount_refunded: 500_00 }, 'AMOUNT_MISMATCH'],
    ['dollars', { currency: 'USD' }, 'CURRENCY_MISMATCH'],
  ])('that tells of %s is kept for review and never credited', async (_, differs, kind) => {
    const customerId = `gita-${kind}-${JSON.stringify(differs).length}`;
    const topUp = await begin(customerId, 1_000_00n);
    const event = paidEvent(topUp, razorpay.pay(linkOf(topUp), { status: 'captured', ...differs }));

    expect(await door.settle(event)).toBe(200);

    expect(await stateOf(topUp)).toEqual({ ...untouched, doubts: [kind] });
    expect(await eventsWith('REVIEW')).toContainEqual(
      expect.objectContaining({ topUpId: topUp.id, problem: kind }),
    );
  });

  it("with another's order beside its own link is kept for review and credits neither", async () => {
    const mine = await begin('hari');
    const theirs = await begin('indu');
    await app.engine.submit(
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
    const payment = razorpay.pay(linkOf(mine), { order_id: 'order_theirs' });

    expect(await door.settle(paidEvent(mine, payment))).toBe(200);

    expect(await stateOf(mine)).toEqual({ ...untouched, doubts: ['ORDER_MISMATCH'] });
    expect(await stateOf(theirs)).toEqual(untouched);
  });

  it('whose notes name the top-up of another customer credits nobody by them', async () => {
    const topUp = await begin('jaya');
    const payment = {
      ...{ id: 'pay_elsewhere', amount: 500_00, currency: 'INR', status: 'captured', order_id: 'order_shop' },
      notes: { reference: topUp.reference },
    };

    expect(await door.settle(webhook('payment.captured', { payment }, 'evt_notes'))).toBe(200);
    await pollTopUps(app, 'poll');

    expect((await stateOf(topUp)).balance).toBe(0n);
    expect(await eventsWith('IGNORED')).toContainEqual(
      expect.objectContaining({ eventId: 'evt_notes', problem: 'UNKNOWN_ORDER', topUpId: topUp.id }),
    );
  });

  it('about an order that nobody knows is acknowledged and kept', async () => {
    const payment = { id: 'pay_x', amount: 1_00, currency: 'INR', status: 'captured', order_id: 'order_x' };

    expect(await door.settle(webhook('payment.captured', { payment }, 'evt_unknown'))).toBe(200);

    const kept = await eventsWith('IGNORED');
    expect(kept).toContainEqual(
      expect.objectContaining({ eventId: 'evt_unknown', problem: 'UNKNOWN_ORDER' }),
    );
  });

  it('about a payment link of ours that is not in the books is kept for review', async () => {
    const payment_link = { id: 'plink_gone', reference_id: 'TOP-22222222ABCD' };
    const payment = { id: 'pay_gone', amount: 1_00, currency: 'INR', status: 'captured' };

    await door.settle(webhook('payment_link.paid', { payment_link, payment }, 'evt_gone'));

    expect(await eventsWith('REVIEW')).toContainEqual(expect.objectContaining({ eventId: 'evt_gone' }));
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
    const { createHmac } = await import('node:crypto');
    const signature = createHmac('sha256', OLD_SECRET).update(body).digest('hex');

    expect(await door.settle({ body, headers: { 'x-razorpay-signature': signature } })).toBe(200);
  });

  it('of more than 256 kB is refused before it is looked at', async () => {
    const body = Buffer.alloc(262_145, 'a');

    expect(await door.settle({ body, headers: { 'content-type': 'application/json' } })).toBe(413);
  });

  it('that got lost is made up for by the poller', async () => {
    const topUp = await begin('kiran');
    razorpay.pay(linkOf(topUp));
    app.clock.advance({ ms: 900_001 });

    const run = await pollTopUps(app, 'poll');

    expect(run.changed).toBeGreaterThanOrEqual(1);
    expect(await stateOf(topUp)).toMatchObject({ status: 'SETTLED', balance: 500_00n });
  });

  it('that comes after the poller has settled the payment changes nothing', async () => {
    const topUp = await begin('lata');
    const payment = razorpay.pay(linkOf(topUp));
    app.clock.advance({ ms: 900_001 });
    await pollTopUps(app, 'poll');

    await door.settle(paidEvent(topUp, payment));

    expect(await stateOf(topUp)).toMatchObject({ status: 'SETTLED', balance: 500_00n });
  });

  it('that was stored by a process that then ended is taken up by the poller', async () => {
    const topUp = await begin('maya');
    const notice = razorpay.provider().read(paidEvent(topUp, razorpay.pay(linkOf(topUp))));
    if (!notice) throw new Error('The event is signed.');
    await app.stores.paymentEvents.receive({
      ...{
        ...notice,
        id: `RAZORPAY:${notice.eventId}`,
        provider: 'RAZORPAY',
        version: 1,
        status: 'RECEIVED',
      },
      ...{ topUpId: null, problem: null, receivedAt: app.now(), processedAt: null },
    });
    app.clock.advance({ ms: 20_000 });

    expect((await pollTopUps(app, 'poll')).resumed).toBe(1);

    expect(await stateOf(topUp)).toMatchObject({ status: 'SETTLED', balance: 500_00n });
  });

  it('after the top-up has expired still credits it', async () => {
    const topUp = await begin('nina');
    app.clock.advance({ ms: 1_200_001 });
    await pollTopUps(app, 'poll');
    expect((await stateOf(topUp)).status).toBe('EXPIRED');

    await door.settle(paidEvent(topUp, razorpay.pay(linkOf(topUp))));

    expect(await stateOf(topUp)).toMatchObject({ status: 'SETTLED', balance: 500_00n });
  });

  it('of a failed attempt leaves the link payable, and what is then paid is credited', async () => {
    const topUp = await begin('olga');
    const attempt = razorpay.pay(linkOf(topUp), { status: 'failed', error_description: 'Wrong PIN' });
    await door.settle(webhook('payment.failed', { payment: attempt }, 'evt_olga_failed'));
    await pollTopUps(app, 'poll');
    expect(await stateOf(topUp)).toMatchObject({ status: 'FAILED', balance: 0n });

    await door.settle(paidEvent(topUp, razorpay.pay(linkOf(topUp))));

    expect(await stateOf(topUp)).toMatchObject({ status: 'SETTLED', balance: 500_00n });
  });
});
