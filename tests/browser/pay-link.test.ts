import type { Page } from 'playwright-core';
import { payAtBank } from './support/bank.ts';
import { faultsOf } from './support/inspection.ts';
import { openShop } from './support/shop.ts';
import { balanceIs } from './support/wallet-page.ts';

const shop = openShop();

/** What a page and its browser hold of a link, where somebody could read it later. */
async function tracesOf(page: Page): Promise<string> {
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]),
  );
  return [page.url(), await page.title(), kept, JSON.stringify(await page.context().cookies())].join('\n');
}

const secretIn = (link: string) => link.split('#')[1] ?? '';

describe('the link by which somebody pays an order without signing in', () => {
  it('opens and pays it, leaves no trace of its secret, and no accessibility rule is broken on the way', async () => {
    const customer = await shop.newcomer({ credits: '250.00' });
    const link = await shop.linkTo(await shop.checkoutOf(customer, 'L-3001', '1040.00'));
    const page = await shop.stranger();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.headers()['referer'] ?? ''}`));
    await page.goto(link);
    const steps = page.getByRole('main');
    const pay = steps.getByRole('button', { name: 'Pay ₹790.00 with UPI' });
    await pay.waitFor();
    expect(await tracesOf(page)).not.toContain(secretIn(link));
    expect(sent.join('\n')).not.toContain(secretIn(link));
    expect(await faultsOf(page)).toEqual([]);

    await page.setViewportSize({ width: 1280, height: 900 });
    await pay.click();
    await steps.getByRole('img', { name: 'UPI QR code for ₹790.00' }).waitFor();
    await payAtBank(page, 'Approve');
    await steps.getByRole('article', { name: 'Order L-3001 is paid' }).waitFor();
    expect(await page.getByRole('link', { name: 'To my wallet' }).count()).toBe(0);
    expect(await tracesOf(page)).not.toContain(secretIn(link));
    expect(await faultsOf(page)).toEqual([]);

    const theirs = await shop.visitor(customer);
    await theirs.goto('/');
    await balanceIs(theirs, '₹0.00');
  });

  it('opens in one tab alone, and the other says where to go', async () => {
    const customer = await shop.newcomer();
    const link = await shop.linkTo(await shop.checkoutOf(customer, 'L-3002', '500.00'));
    const tabs = [await shop.stranger(), await shop.stranger()];
    await Promise.all(tabs.map((tab) => tab.goto(link)));
    const seen = await Promise.all(
      tabs.map(async (tab) => {
        const opened = tab.getByRole('region', { name: 'Order L-3002' });
        const refused = tab.getByText('This link doesn’t work any more.');
        await opened.or(refused).waitFor();
        return (await opened.count()) === 1;
      }),
    );
    expect([...seen].sort()).toEqual([false, true]);
  });

  it('does not open again, whether its page is loaded anew or its address is taken somewhere else', async () => {
    const customer = await shop.newcomer();
    const payUrl = await shop.checkoutOf(customer, 'L-3003', '500.00');
    const link = await shop.linkTo(payUrl);
    const page = await shop.stranger();
    await page.goto(link);
    await page.getByRole('region', { name: 'Order L-3003' }).waitFor();
    await page.reload();
    await page.getByText('You opened this order by a link of the shop.').waitFor();
    expect(await faultsOf(page)).toEqual([]);

    const elsewhere = await shop.stranger();
    await elsewhere.goto(link);
    await elsewhere.getByText('This link doesn’t work any more.').waitFor();
    expect(await faultsOf(elsewhere)).toEqual([]);
    await elsewhere.getByRole('button', { name: 'Sign in to pay' }).click();
    await elsewhere.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();

    // Another from the shop, followed where the first one was, leads to the same order.
    await page.goto(await shop.linkTo(payUrl));
    await page.getByRole('region', { name: 'Order L-3003' }).waitFor();
    await page.getByRole('button', { name: 'Pay ₹500.00 with UPI' }).waitFor();
  });
});
