import type { Page } from 'playwright-core';
import { faultsOf } from './support/inspection.ts';
import { openShop, RAVI } from './support/shop.ts';
import { arrived, balanceIs } from './support/wallet-page.ts';

const shop = openShop();

const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const bar = (page: Page) => page.getByRole('region', { name: 'View as customer' });

/** What a browser keeps beyond the page. */
async function keptBy(page: Page): Promise<object> {
  const stored = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));
  return { ...stored, cookies: (await page.context().cookies()).map(({ name, value }) => [name, value]) };
}

async function look(page: Page, reason: string): Promise<void> {
  await page.getByLabel('Why do you look?').fill(reason);
  await page.getByRole('button', { name: 'View as this customer' }).click();
  await bar(page).waitFor();
}

/** Goes to an address of the customer's app without loading the page anew, as a link that anybody slipped in would. */
async function slipTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

describe('a view as customer', () => {
  it('shows what the customer sees and sends nothing that changes it, wherever one goes', async () => {
    const customer = await shop.newcomer({ credits: '100' });
    const page = await shop.visitor(RAVI);
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(`${new URL(request.url()).pathname} ${request.postData()}`);
    });
    await page.goto(`/admin/wallets/${customer.id}`);
    await arrived(page, 'Bina Bose');
    await page.getByRole('link', { name: 'View as customer' }).click();
    await page.getByRole('button', { name: 'View as this customer' }).click();
    await said(page, 'Say why in a few words.');
    const kept = await keptBy(page);
    await look(page, 'A reward is missing');
    await balanceIs(page, '₹100.00');
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });

    const base = `/view-as/${customer.id}`;
    await slipTo(page, `${base}/add`);
    await page.getByRole('radio', { name: '₹500', exact: true }).check();
    await page.getByRole('button', { name: /^Pay ₹500/ }).dispatchEvent('click');
    await page.getByRole('radio', { name: '₹500', exact: true }).press('Enter');
    await said(page, 'You only look: nothing can be changed in a view as customer.');
    await slipTo(page, `${base}/use?order=V-1001&amount=40`);
    await page.getByRole('button', { name: 'Pay ₹40.00 with credits' }).dispatchEvent('click');
    await said(page, 'You only look: nothing can be changed in a view as customer.');
    await slipTo(page, `${base}/refer`);
    await page.getByLabel('Your friend’s code').fill('K4NT6RJD');
    await page.getByLabel('Your friend’s code').press('Enter');
    await slipTo(page, `${base}/settings`);
    await page.getByRole('main').getByRole('button', { name: 'Sign out' }).first().waitFor();
    expect(await bar(page).isVisible()).toBe(true);
    expect(sent.filter((line) => line.startsWith('/graphql') && line.includes('mutation'))).toEqual([]);
    const others = sent.map((line) => line.split(' ')[0]).filter((path) => path !== '/graphql');
    expect(new Set(others)).toEqual(new Set(['/auth/refresh', '/auth/view-as']));
    expect(await keptBy(page)).toEqual(kept);

    await bar(page).getByRole('button', { name: 'End the view' }).click();
    await arrived(page, 'Bina Bose');
    await page.goto(`/admin/wallets/${customer.id}?tab=acts`);
    await said(page, 'Looked at the app as a customer sees it');
    await said(page, 'A reward is missing');
  });

  it('asks again after it was loaded anew, and ends with the session of whoever looks', async () => {
    const customer = await shop.newcomer({ credits: '100' });
    const page = await shop.visitor(RAVI);
    await page.goto(`/view-as/${customer.id}/history`);
    await look(page, 'Asked about an entry');
    await arrived(page, 'History');
    await page.reload();
    await page.getByLabel('Why do you look?').waitFor();
    expect(await bar(page).count()).toBe(0);
    await look(page, 'Asked about an entry');

    const other = await page.context().newPage();
    await other.goto('/admin/account');
    await other.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    expect(await bar(page).count()).toBe(0);
  });
});

describe('an explanation', () => {
  it('says why a payment is refused and a reward is not, by the rule and the entries behind it', async () => {
    const customer = await shop.newcomer({ credits: '100' });
    const page = await shop.visitor(RAVI);
    await page.goto(`/admin/wallets/${customer.id}?tab=rewards`);
    await arrived(page, 'Bina Bose');
    await page.getByRole('button', { name: 'Why was it refused?' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What did they try?').selectOption('DEDUCT_CREDITS');
    await dialog.getByRole('button', { name: 'Explain' }).click();
    await dialog.getByText('Type an amount such as 250.00.').waitFor();
    await dialog.getByLabel('Amount').fill('900');
    await dialog.getByLabel('Amount').press('Enter');
    await dialog.getByText('INSUFFICIENT_FUNDS').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.keyboard.press('Escape');
    await page
      .getByRole('button', { name: /can be claimed, and why$/ })
      .first()
      .click();
    await dialog.getByText('Possible now').or(dialog.getByText('MINIMUM_PURCHASE_NOT_MET')).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
});
