import type { Locator, Page } from 'playwright-core';
import { faultsOf } from './support/inspection.ts';
import { Keyboard } from './support/keyboard.ts';
import { ASHA, MEERA, openShop, RAVI } from './support/shop.ts';
import type { Visitor } from './support/shop.ts';
import { arrived } from './support/wallet-page.ts';

const shop = openShop();

const search = (page: Page) => page.getByRole('searchbox', { name: 'Find a customer' });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const said = (page: Page, text: string) => page.getByText(text).first().waitFor();
const row = (page: Page, table: string, text: string): Locator =>
  page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: text });

async function openCustomer(page: Page, { id }: Visitor, query = ''): Promise<void> {
  await page.goto(`/admin/wallets/${id}${query}`);
  await arrived(page, /Bose|Rao/);
}

describe('the console in a real browser', () => {
  it('grants in four presses from the search; above the limit somebody else agrees, on a phone', async () => {
    const customer = await shop.newcomer({ credits: '100' });
    const page = await shop.visitor(RAVI);
    await page.goto('/admin');
    await search(page).fill(customer.id);
    let presses = 0;
    const press = async (locator: Locator): Promise<void> => {
      presses += 1;
      await locator.click();
    };
    presses += 1;
    await search(page).press('Enter');
    await arrived(page, 'Bina Bose');
    await press(button(page, /^Add credits/));
    await page.getByLabel('Amount').fill('75');
    await page.getByLabel('Reason').fill('Late delivery');
    await press(button(page, 'Review'));
    await said(page, 'Another person has to agree.');
    await press(button(page, 'Ask for approval of ₹75.00'));
    await said(page, 'Asked for approval. Nothing has moved yet.');
    expect(presses).toBe(4);

    const phone = await shop.visitor(MEERA, { viewport: { width: 390, height: 844 } });
    await phone.goto('/admin/approvals');
    await arrived(phone, 'Approvals');
    await phone
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: '₹75.00' })
      .getByRole('link')
      .first()
      .click();
    await button(phone, 'Approve ₹75.00').click();
    await said(phone, 'Approved: add ₹75.00 to Bina Bose.');

    const admin = await shop.visitor(MEERA);
    await openCustomer(admin, customer);
    const keyboard = new Keyboard(admin);
    await keyboard.press('c');
    await admin.getByLabel('Amount').waitFor();
    await admin.keyboard.type('50');
    await keyboard.type(admin.getByLabel('Reason'), 'Sorry for the wait');
    await keyboard.press('Enter');
    await said(admin, '₹225.00');
    await keyboard.use(button(admin, 'Add ₹50.00 to Bina Bose'));
    await said(admin, '₹50.00 added to Bina Bose.');
    await row(admin, 'Ledger', 'Sorry for the wait').filter({ hasText: 'console' }).waitFor();
  });

  it('shows what moved in between, and does nothing that was not seen', async () => {
    const customer = await shop.newcomer({ credits: '100' });
    const page = await shop.visitor(MEERA);
    await openCustomer(page, customer);
    await button(page, /^Add credits/).click();
    await page.getByLabel('Amount').fill('20');
    await page.getByLabel('Reason').fill('Goodwill');
    await button(page, 'Review').click();
    await said(page, '₹120.00');
    await shop.grant(customer, '5');
    await button(page, 'Add ₹20.00 to Bina Bose').click();
    await said(page, 'The wallet moved while you looked.');
    await said(page, '₹125.00');
    await button(page, 'Add ₹20.00 to Bina Bose').click();
    await said(page, '₹20.00 added to Bina Bose.');
    await page.getByRole('definition').filter({ hasText: '₹125.00' }).first().waitFor();
  });

  it('freezes with a sentence that its customer can read, and says why a balance is what it is', async () => {
    const customer = await shop.newcomer({ credits: '100' });
    const page = await shop.visitor(RAVI);
    await openCustomer(page, customer);
    await page.keyboard.press('w');
    await page.getByRole('heading', { name: /Why .*₹100\.00/ }).waitFor();
    await page.keyboard.press('Escape');
    await button(page, 'Freeze').click();
    await page.getByLabel('Reason').fill('Her husband called: phone stolen');
    await page.getByLabel('What the customer is told').selectOption('DEVICE_LOST');
    await button(page, 'Review').click();
    await button(page, 'Freeze the wallet of Bina Bose').click();
    await said(page, 'For the shop: Her husband called: phone stolen');
    const own = await shop.visitor(customer);
    await own.goto('/');
    await said(own, 'A phone or another device of yours was reported lost.');
    expect(await own.getByText('husband').count()).toBe(0);
  });

  it('is nothing for a customer', async () => {
    const page = await shop.visitor(ASHA);
    await page.goto('/admin/wallets');
    await page.getByRole('heading', { name: 'This is for people of the shop' }).waitFor();
  });

  it('breaks no rule of accessibility, at three widths and in both schemes', async () => {
    const page = await shop.visitor(MEERA);
    const faults: string[] = [];
    const look = async (where: string): Promise<void> => {
      for (const fault of await faultsOf(page)) faults.push(`${where} ${fault}`);
    };
    for (const path of [
      '/admin',
      '/admin/wallets',
      '/admin/wallets?q=asha',
      '/admin/wallets/cus_asha',
      '/admin/wallets/cus_asha?tab=lots',
      '/admin/wallets/cus_asha?tab=acts',
    ]) {
      await page.goto(path);
      await arrived(page, /./);
      await look(path);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto('/admin/wallets');
    for (const name of ['Views', 'Columns']) {
      await button(page, name).click();
      await page.getByRole('dialog').waitFor();
      await look(name);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.setViewportSize({ width: 1280, height: 900 });
    }
    await page.goto('/admin/wallets/cus_asha');
    await arrived(page, 'Asha Rao');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await look('shortcuts');
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.keyboard.press('c');
    await page.getByLabel('Amount').fill('20');
    await page.getByLabel('Reason').fill('Goodwill');
    await button(page, 'Review').click();
    await button(page, 'Add ₹20.00 to Asha Rao').waitFor();
    await look('review');
    expect(faults).toEqual([]);
  });
});
