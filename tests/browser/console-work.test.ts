import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { faultsOf } from './support/inspection.ts';
import { MEERA, openShop, RAVI } from './support/shop.ts';
import { arrived } from './support/wallet-page.ts';

const shop = openShop();

const PHONE = { width: 390, height: 844 };

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('link', { name });
const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

/** Sets up an authenticator app for whoever visits. */
async function secondStepOf({ request }: Page): Promise<TOTP> {
  const refreshed = await request.post('/auth/refresh');
  const { accessToken } = (await refreshed.json()) as { accessToken: string };
  const headers = { authorization: `Bearer ${accessToken}` };
  const begun = await request.post('/auth/second-factor/begin', { headers, data: {} });
  const { secret } = (await begun.json()) as { secret: string };
  const app = new TOTP({ secret });
  await request.post('/auth/second-factor/confirm', { headers, data: { code: app.generate() } });
  return app;
}

describe('the work of the shop in a real browser', () => {
  it('lets a second person approve on a phone what the first may not do alone', async () => {
    const customer = await shop.newcomer({ credits: '100' });
    const ravi = await shop.visitor(RAVI);
    await ravi.goto(`/admin/wallets/${customer.id}`);
    await arrived(ravi, 'Bina Bose');
    await button(ravi, /^Add credits/).click();
    await ravi.getByLabel('Amount').fill('75');
    await ravi.getByLabel('Reason').fill('Late delivery');
    await button(ravi, 'Review').click();
    await button(ravi, 'Ask for approval of ₹75.00').click();
    await said(ravi, 'Asked for approval. Nothing has moved yet.');
    await ravi.goto('/admin/approvals?show=asked');
    // What was asked for last stands first.
    await link(ravi, 'Add credits').first().click();
    await arrived(ravi, 'Add ₹75.00 to Bina Bose');
    await said(ravi, /You asked for this. Who asks never decides/);
    expect(await button(ravi, /^Approve/).count()).toBe(0);

    const meera = await shop.visitor(MEERA);
    await meera.setViewportSize(PHONE);
    await meera.goto('/admin/approvals');
    await link(meera, /Add credits ₹75.00 Bina Bose/).click();
    await arrived(meera, 'Add ₹75.00 to Bina Bose');
    await said(meera, 'Ravi asked, you would decide: two people');
    expect(await faultsOf(meera)).toEqual([]);
    await meera.setViewportSize(PHONE);
    await button(meera, /^Approve/).click();
    await said(meera, 'Approved: add ₹75.00 to Bina Bose.');
    await said(meera, /^Entry .*, balance ₹175.00$/);
    await meera.goto('/admin/approvals?show=decided');
    await arrived(meera, 'Approvals');
    await said(meera, 'Approved');
    expect(await faultsOf(meera)).toEqual([]);
  });

  it('ends a payment review by crediting it to the customer who is found', async () => {
    const customer = await shop.newcomer();
    const page = await shop.visitor(MEERA);
    await page.goto('/admin/reviews');
    const reviews = page.getByRole('table', { name: 'Payment reviews' }).getByRole('row');
    const open = reviews.filter({ hasText: 'Payment without a match' }).first();
    await open.waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await open.getByRole('link').click();
    await arrived(page, /^Payment without a match, ₹/);
    await page.getByRole('textbox', { name: 'Whose payment is it?' }).fill(customer.id);
    await button(page, 'Find').click();
    await page.getByRole('radio', { name: /Bina Bose/ }).click();
    await page.getByRole('table', { name: 'Lots before and after' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await button(page, 'Take it').click();
    await said(page, 'You have taken it.');
    await button(page, /^Credit ₹.* to Bina Bose$/).click();
    await said(page, /^By you, /);
    await said(page, /^Entry /);
  });

  it('lets staff into the playground with their password and their second step', async () => {
    const colleague = await shop.colleague();
    const app = await secondStepOf(await shop.visitor(colleague));
    const page = await shop.stranger();
    // Without the people of the demo, the playground asks for a password as it does elsewhere.
    await page.route('**/auth/demo-accounts', (route) => route.fulfill({ status: 404 }));
    await page.goto('/playground');
    const panel = page.getByRole('form', { name: 'Signed in as' });
    await panel.getByLabel('email').fill(colleague.email);
    await panel.getByLabel('password').fill(colleague.password);
    await panel.getByRole('button', { name: 'Sign in' }).click();
    await panel.getByLabel('code').fill('000000');
    await panel.getByRole('button', { name: 'Enter' }).click();
    await panel.getByText('This code is not right').waitFor();
    // The code of this half minute was used to set it up.
    await panel.getByLabel('code').fill(app.generate({ timestamp: Date.now() + 30_000 }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/role=staff/);
    await panel.getByText('Signed in as Chandra Das (staff)').waitFor();

    // The editor also asks for the schema.
    const answered = page.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('WhoAmI'),
    );
    await page.getByRole('button', { name: 'Send Request' }).click();
    expect(await (await answered).json()).toMatchObject({ data: { viewer: { role: 'STAFF' } } });
    await panel.getByRole('button', { name: 'Sign out' }).click();
    await panel.getByText('Not signed in.').waitFor();
  });

  it('makes a reward, changes it, and finds who changed it', async () => {
    const page = await shop.visitor(MEERA);
    await page.goto('/admin/rewards/new');
    await arrived(page, 'New reward');
    await page.getByRole('textbox', { name: 'Name' }).fill('Monsoon treat');
    await page.getByRole('textbox', { name: 'Text' }).fill('For a rainy day.');
    await page.getByRole('textbox', { name: 'Amount' }).fill('40');
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await button(page, 'Create: ₹40.00 for each claim').click();
    await arrived(page, 'Monsoon treat');
    await page.getByRole('textbox', { name: 'Claims in all' }).fill('250');
    await button(page, 'Save the changes').click();
    await said(page, 'Saved.');
    await page.goto('/admin/audit?act=updateReward');
    await link(page, 'Changed a reward').first().click();
    const sheet = page.getByRole('dialog', { name: 'Changed a reward' });
    await sheet.getByRole('link', { name: 'Monsoon treat' }).waitFor();
    await sheet.getByText('250').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await sheet.getByRole('link', { name: 'Monsoon treat' }).click();
    await arrived(page, 'Monsoon treat');
    await said(page, /maxUses: 250/);
  });

  it('makes a campaign, has its codes made, starts it, and finds who used one of them', async () => {
    const customer = await shop.newcomer();
    const page = await shop.visitor(MEERA);
    await page.goto('/admin/campaigns');
    await arrived(page, 'Campaigns');
    await page.keyboard.press('c');
    await arrived(page, 'New campaign');
    await page.getByRole('textbox', { name: 'Name' }).fill('Rainy letters');
    await page.getByRole('radio', { name: /^Many codes/ }).check();
    await page.getByLabel('Value of one use').fill('60');
    await page.getByRole('textbox', { name: 'Budget' }).fill('6000');
    await said(page, '100 uses of ₹60.00');
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await button(page, 'Create as a draft').click();
    await arrived(page, 'Rainy letters');
    await page.getByLabel('How many more').fill('3');
    await button(page, 'Make 3 codes').click();
    await said(page, '3 codes made.');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Codes (CSV)').click(),
    ]);
    const [code = ''] = /([0-9A-Z]{4}-){4}[0-9A-Z]/.exec(await readFile(await download.path(), 'utf8')) ?? [];
    await button(page, 'Start').click();
    await page.getByRole('dialog', { name: 'Start it?' }).getByRole('button', { name: 'Start' }).click();
    await said(page, 'It is running');
    const idempotencyKey = randomUUID();
    await shop.asAdmin('redeemVoucher', { customerId: customer.id, code, idempotencyKey });
    await page.reload();
    const uses = page.getByRole('table', { name: 'Who used it' });
    await uses.getByRole('link', { name: 'Bina Bose' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto('/admin/campaigns?show=running');
    await link(page, 'Rainy letters').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('issues a gift card, finds it by the end of its code when it was claimed, and cancels another', async () => {
    const customer = await shop.newcomer();
    const page = await shop.visitor(MEERA);
    await page.goto('/admin/gift-cards');
    await arrived(page, 'Gift cards');
    await page.keyboard.press('c');
    await arrived(page, 'Issue gift cards');
    await page.getByLabel('How many').fill('2');
    await page.getByLabel('Value of each').fill('150');
    await page.getByLabel('Reason').fill('Prize draw');
    await said(page, '₹300.00');
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await button(page, 'Review').click();
    await button(page, 'Issue 2 cards, ₹300.00').click();
    await arrived(page, '2 cards issued');
    const codes = page.getByRole('table', { name: 'Codes' });
    const [code = ''] = /([0-9A-Z]{4}-){4}[0-9A-Z]/.exec(await codes.innerText()) ?? [];
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    const idempotencyKey = randomUUID();
    await shop.asAdmin('claimGiftCard', { customerId: customer.id, code, idempotencyKey });
    await link(page, 'I have them').click();
    await page.getByLabel('Last four of the code').fill(code.replaceAll('-', '').slice(-4));
    await button(page, 'Show').click();
    const cards = page.getByRole('table', { name: 'Gift cards' });
    await cards.getByRole('link', { name: customer.id }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await cards.getByRole('link', { name: /^Gift card/ }).click();
    await said(page, 'Claimed into a wallet');
    await page.goto('/admin/gift-cards?show=open');
    await cards
      .getByRole('link', { name: /^Gift card/ })
      .first()
      .click();
    await button(page, 'Cancel it…').click();
    const dialog = page.getByRole('dialog', { name: 'Cancel the card?' });
    await dialog.getByLabel('Reason').fill('Printed twice');
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await dialog.getByRole('button', { name: 'Cancel ₹150.00' }).click();
    await said(page, 'What was on it was taken back.');
    expect(await faultsOf(page)).toEqual([]);
  });

  it('credits customers from a file, and leaves out the rows that are wrong', async () => {
    const [one, other] = [await shop.newcomer({ credits: '100' }), await shop.newcomer()];
    const page = await shop.visitor(MEERA);
    await page.goto('/admin/bulk');
    await arrived(page, 'Bulk jobs');
    await link(page, 'Credit from a file').click();
    await arrived(page, 'Bulk credits');
    const rows = [`${one.id},75,`, 'cus_who,75,', `${other.id},"1,000",no amount`, `${other.id},50.50,`];
    const buffer = Buffer.from(['Cust ID,Amount (Rs),Remarks', ...rows].join('\r\n'));
    const file = { name: 'rainy-day.csv', mimeType: 'text/csv', buffer };
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.getByRole('textbox', { name: 'Reason for every row' }).fill('A rainy day');
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await button(page, 'Check 4 rows').click();
    await arrived(page, 'rainy-day.csv');
    const wrong = page.getByRole('table', { name: 'Rows with errors' }).getByRole('row');
    await wrong.filter({ hasText: '3' }).filter({ hasText: 'cus_who' }).waitFor();
    await wrong.filter({ hasText: '4' }).filter({ hasText: '1,000' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await button(page, 'Credit ₹125.50 in 2 credits').click();
    await said(page, 'Done, but not all rows.');
    await said(page, /2 of 4 rows, ₹125.50 credited/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'These rows (CSV)').click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/failed-rows.*\.csv$/);
    await page.goto('/admin/bulk/credits');
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.getByRole('textbox', { name: 'Reason for every row' }).fill('A rainy day');
    await button(page, 'Check 4 rows').click();
    await said(page, /^This file was sent before, by you, /);
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('/admin/bulk');
    await link(page, 'rainy-day.csv').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`/admin/wallets/${one.id}`);
    await said(page, '₹175.00');
  });

  it('breaks no rule of accessibility on its other pages', async () => {
    const page = await shop.visitor(MEERA);
    for (const [path, heading] of [
      ['rewards', 'Rewards'],
      ['referrals', 'Referrals'],
      ['analytics', 'Analytics'],
      ['analytics?show=tables', 'Analytics'],
      ['integrity', 'Integrity'],
      ['settings', 'Settings'],
    ] as const) {
      await page.goto(`/admin/${path}`);
      await arrived(page, heading);
      await page.locator('main:not([aria-busy])').waitFor();
      expect([path, await faultsOf(page)]).toEqual([path, []]);
    }
  });
});
