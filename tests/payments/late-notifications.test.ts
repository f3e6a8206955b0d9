import { pollTopUps } from '../../api/services/poll-top-up.ts';
import { linkOf, openRazorpayShop } from '../support/razorpay-shop.ts';
import { webhook } from '../support/razorpay.ts';

const shop = openRazorpayShop();

describe('a notification of Razorpay', () => {
  it('that got lost is made up for by the poller', async () => {
    const topUp = await shop.begin('kiran');
    shop.razorpay.pay(linkOf(topUp));
    shop.app.clock.advance({ ms: 900_001 });

    const run = await pollTopUps(shop.app, 'poll');

    expect(run.changed).toBeGreaterThanOrEqual(1);
    expect(await shop.stateOf(topUp)).toMatchObject({ status: 'SETTLED', balance: 500_00n });
  });

  it('that comes after the poller has settled the payment changes nothing', async () => {
    const topUp = await shop.begin('lata');
    const payment = shop.razorpay.pay(linkOf(topUp));
    shop.app.clock.advance({ ms: 900_001 });
    await pollTopUps(shop.app, 'poll');

    await shop.door.settle(shop.paidEvent(topUp, payment));

    expect(await shop.stateOf(topUp)).toMatchObject({ status: 'SETTLED', balance: 500_00n });
  });

  it('that was stored by a process that then ended is taken up by the poller', async () => {
    const topUp = await shop.begin('maya');
    const notice = shop.razorpay.provider().read(shop.paidEvent(topUp, shop.razorpay.pay(linkOf(topUp))));
    if (!notice) throw new Error('The event is signed.');
    await shop.app.stores.paymentEvents.receive({
      ...{
        ...notice,
        id: `RAZORPAY:${notice.eventId}`,
        provider: 'RAZORPAY',
        version: 1,
        status: 'RECEIVED',
      },
      ...{ topUpId: null, problem: null, receivedAt: shop.app.now(), processedAt: null },
    });
    shop.app.clock.advance({ ms: 20_000 });

    expect((await pollTopUps(shop.app, 'poll')).resumed).toBe(1);

    expect(await shop.stateOf(topUp)).toMatchObject({ status: 'SETTLED', balance: 500_00n });
  });

  it('after the top-up has expired still credits it', async () => {
    const topUp = await shop.begin('nina');
    shop.app.clock.advance({ ms: 1_200_001 });
    await pollTopUps(shop.app, 'poll');
    expect((await shop.stateOf(topUp)).status).toBe('EXPIRED');

    await shop.door.settle(shop.paidEvent(topUp, shop.razorpay.pay(linkOf(topUp))));

    expect(await shop.stateOf(topUp)).toMatchObject({ status: 'SETTLED', balance: 500_00n });
  });

  it('of a declined attempt leaves the link payable and says why, and what is then paid is credited', async () => {
    const topUp = await shop.begin('olga');
    const attempt = shop.razorpay.pay(linkOf(topUp), { status: 'failed', error_description: 'Wrong PIN' });
    await shop.door.settle(webhook('payment.failed', { payment: attempt }, 'evt_olga_failed'));
    await pollTopUps(shop.app, 'poll');
    expect(await shop.stateOf(topUp)).toMatchObject({ status: 'AWAITING_PAYMENT', balance: 0n });
    const declined = (await shop.app.stores.topUps.load([topUp.id])).get(topUp.id);
    expect(declined?.failureReason).toBe('Wrong PIN');

    await shop.door.settle(shop.paidEvent(topUp, shop.razorpay.pay(linkOf(topUp))));

    expect(await shop.stateOf(topUp)).toMatchObject({ status: 'SETTLED', balance: 500_00n });
  });
});
