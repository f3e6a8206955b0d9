import { startTopUp } from '../../api/services/start-top-up.ts';
import { pollTopUps } from '../../api/services/poll-top-up.ts';
import type { TopUp } from '../../api/domain/top-up.ts';
import { openWallet, freshKey } from '../support/app.ts';
import { linkOf, openRazorpayShop } from '../support/razorpay-shop.ts';
import { webhook } from '../support/razorpay.ts';

const shop = openRazorpayShop();
const OVER_MS = 1_200_001;

/** A start that can be repeated, and what it says each time. */
async function starter(customerId: string): Promise<() => Promise<TopUp>> {
  await openWallet(shop.app, customerId);
  const idempotencyKey = freshKey('renew');
  return async () => {
    const wish = { customerId, amount: 500_00n, method: 'CARD', note: null, idempotencyKey } as const;
    const started = await startTopUp(shop.app, wish);
    if ('refused' in started) throw new Error(started.refused.code);
    return started.topUp;
  };
}

describe('a start that is repeated after the time to pay was over', () => {
  it.each([
    ['before anybody noticed', async () => {}],
    ['after it had expired', async () => void (await pollTopUps(shop.app, 'poll'))],
  ])('gives the same top-up a link that can be paid, %s, and the old one cannot', async (when, notice) => {
    const start = await starter(`asha-${when.length}`);
    const first = await start();
    shop.app.clock.advance({ ms: OVER_MS });
    await notice();

    const again = await start();

    expect(again).toMatchObject({ id: first.id, status: 'AWAITING_PAYMENT' });
    expect(again.expiresAt).toBe(shop.app.now() + 1_200_000);
    expect(again.checkoutUrl).not.toBe(first.checkoutUrl);
    expect(shop.razorpay.links.get(linkOf(first))?.['status']).toBe('cancelled');
    await shop.door.settle(shop.paidEvent(again, shop.razorpay.pay(linkOf(again))));
    expect(await shop.stateOf(again)).toEqual({ status: 'SETTLED', doubts: [], balance: 500_00n });
  });

  it('stays as renewed when Razorpay tells that the old link was cancelled or has expired', async () => {
    const start = await starter('bala');
    const first = await start();
    shop.app.clock.advance({ ms: OVER_MS });
    const again = await start();
    const payment_link = shop.razorpay.links.get(linkOf(first));

    await shop.door.settle(webhook('payment_link.cancelled', { payment_link }, 'evt_bala_cancelled'));
    await shop.door.settle(webhook('payment_link.expired', { payment_link }, 'evt_bala_expired'));

    expect(await shop.stateOf(again)).toMatchObject({ status: 'AWAITING_PAYMENT' });
  });

  it('makes one new link for many calls at once', async () => {
    const start = await starter('chitra');
    await start();
    shop.app.clock.advance({ ms: OVER_MS });

    const all = await Promise.all(Array.from({ length: 8 }, start));

    expect(new Set(all.map(linkOf)).size).toBe(1);
  });

  it('makes no new link for what was paid by the old one, and credits that', async () => {
    const start = await starter('divya');
    const first = await start();
    shop.razorpay.pay(linkOf(first));
    shop.app.clock.advance({ ms: OVER_MS });

    const again = await start();

    expect(again).toMatchObject({ status: 'SETTLED', payments: [{ amount: 500_00n }] });
    expect(linkOf(again)).toBe(linkOf(first));
  });

  it('makes no new link while the old one can still be paid', async () => {
    const start = await starter('esha');
    const first = await start();
    shop.app.clock.advance({ ms: OVER_MS });
    // Razorpay refuses to cancel a link that somebody is paying.
    shop.razorpay.links.set(linkOf(first), { ...shop.razorpay.links.get(linkOf(first)), status: 'issued' });

    await expect(start()).rejects.toThrow('PAYMENT_UNAVAILABLE');

    expect(
      [...shop.razorpay.links.values()].filter(
        (link) => link['notes'] && link['reference_id'] === `${first.reference}-2`,
      ),
    ).toEqual([]);
  });

  it('puts aside what comes by the old link when the new one has settled it', async () => {
    const start = await starter('farah');
    const first = await start();
    shop.app.clock.advance({ ms: OVER_MS });
    const again = await start();
    await shop.door.settle(shop.paidEvent(again, shop.razorpay.pay(linkOf(again))));

    await shop.door.settle(shop.paidEvent(first, shop.razorpay.pay(linkOf(first))));

    expect(await shop.stateOf(again)).toEqual({
      ...{ status: 'SETTLED', doubts: ['LATE_PAYMENT'], balance: 500_00n },
    });
  });

  it('finds the link that a call made whose answer was lost, and gives it another when that is over', async () => {
    const start = await starter('gita');
    const lost = { status: 500, body: {} };
    shop.razorpay.next.push(lost, lost, lost);
    await expect(start()).rejects.toThrow('PAYMENT_UNAVAILABLE');
    const reference = [...(await shop.app.stores.topUps.ofWallet('gita', { limit: 1 }))][0]?.reference;
    const made = {
      reference_id: reference,
      amount: 500_00,
      currency: 'INR',
      short_url: 'https://rzp.io/i/lost',
    };
    shop.razorpay.links.set('plink_lost', { ...made, id: 'plink_lost', status: 'expired', payments: null });

    const again = await start();

    expect(again).toMatchObject({ status: 'AWAITING_PAYMENT' });
    expect(again.providerIds).toContain('plink_lost');
    expect(shop.razorpay.links.get(linkOf(again))).toMatchObject({ reference_id: `${reference}-2` });
  });
});
