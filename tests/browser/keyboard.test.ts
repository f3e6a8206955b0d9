import type { Locator, Page } from 'playwright-core';
import { Keyboard } from './support/keyboard.ts';
import { ASHA, openShop, type Visitor } from './support/shop.ts';
import { arrived, balanceIs, latestIs, place } from './support/wallet-page.ts';

const shop = openShop();
let keyboard: Keyboard;

async function at(address: string, customer: Visitor, heading: string | RegExp): Promise<Page> {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const page = await shop.visitor(customer, { permissions });
  await page.goto(address);
  await arrived(page, heading);
  keyboard = new Keyboard(page);
  return page;
}

const button = (where: Page | Locator, name: string | RegExp) => where.getByRole('button', { name });
const link = (where: Page | Locator, name: string | RegExp) => where.getByRole('link', { name });
const radio = (where: Page | Locator, name: string | RegExp) => where.getByRole('radio', { name });

/** Opens the provider's page by Enter and plays the bank there, still without a pointer. */
async function payAtBank(page: Page, answer: 'Approve' | 'Decline'): Promise<void> {
  const opened = page.waitForEvent('popup');
  await keyboard.use(link(page, 'Open the payment page'));
  const bank = await opened;
  await new Keyboard(bank).use(button(bank, answer));
  await bank.getByRole('status').waitFor();
  await bank.close();
}

describe('with the keyboard alone a customer', () => {
  it('signs in with a password', async () => {
    const page = await shop.stranger();
    await page.goto('/');
    keyboard = new Keyboard(page);
    await keyboard.type(page.getByLabel('Email'), ASHA.email);
    await keyboard.type(page.getByLabel('Password', { exact: true }), ASHA.password);
    await keyboard.press('Enter');
    await arrived(page, /Asha/);
    await balanceIs(page, '₹4,985.00');
  });

  it('skips to the content', async () => {
    const page = await at('/', ASHA, /Asha/);
    await keyboard.use(link(page, 'Skip to content'));
    await keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  it('sees which credits are about to expire', async () => {
    const page = await at('/', ASHA, /Asha/);
    await keyboard.use(button(page, 'See details'));
    await page
      .getByRole('list', { name: /Credits that expire/ })
      .getByText('Festive bonus')
      .waitFor();
  });

  it('filters the history, opens an entry and comes back', async () => {
    const page = await at('/', ASHA, /Asha/);
    await keyboard.use(place(page, 'History'));
    await arrived(page, 'History');
    await keyboard.use(page.getByRole('button', { name: 'Refunded', exact: true }), 'Space');
    await page.waitForURL(/type=refund/);
    await keyboard.use(link(page, 'Refund for order 0893'));
    await arrived(page, 'Refund for order 0893');
    await keyboard.use(button(page, 'Close the entry'));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('a:focus', { hasText: 'Refund for order 0893' }).waitFor();
  });

  it('reads the history on and on', async () => {
    const page = await at('/history', ASHA, 'History');
    await keyboard.use(button(page, /^Load/));
    // The reader goes on at the first entry that is new, which is the one after the twentieth.
    await page.locator('tr:has(a:focus)').waitFor();
    const above = await page.evaluate(() => {
      const links = Array.from(document.querySelectorAll('tbody a'));
      return links.indexOf(document.activeElement as Element);
    });
    expect(above).toBe(20);
  });

  it('tops up: declined first, then approved', async () => {
    const customer = await shop.newcomer({ credits: '250.00' });
    const page = await at('/', customer, /Bina/);
    await keyboard.use(link(page, 'Add credits'));
    const steps = page.getByRole('main');
    await keyboard.reach(radio(steps, '₹500'));
    await keyboard.arrowTo(radio(steps, '₹1,000'));
    await keyboard.reach(radio(steps, /^UPI/));
    await keyboard.arrowTo(radio(steps, /^Card/), 'ArrowDown');
    await keyboard.use(button(steps, 'Pay ₹1,000.00 with Card'));
    await payAtBank(page, 'Decline');
    await keyboard.use(link(steps, 'Try ₹1,000.00 again'));
    await keyboard.use(button(steps, 'Pay ₹1,000.00 with Card'));
    await payAtBank(page, 'Approve');
    await steps.getByRole('heading', { name: 'You’ve reached Silver' }).waitFor();
    await steps.getByText('₹1,000.00 added. Your balance is').waitFor();
    await keyboard.use(link(steps, 'Done'));
    await balanceIs(page, '₹1,250.00');
  });

  it('leaves a dialog by Escape and is back at what opened it', async () => {
    const page = await at('/rewards', await shop.newcomer(), 'Rewards');
    const claim = button(page, 'Claim ₹75.00');
    await keyboard.use(claim);
    await page.getByRole('dialog').waitFor();
    await keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await claim.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('pays an order with credits', async () => {
    const page = await at('/', await shop.newcomer({ credits: '600.00' }), /Bina/);
    await keyboard.use(link(page, 'Use credits'));
    await arrived(page, 'Use credits');
    await keyboard.type(page.getByLabel('Order number'), 'K-3001');
    await keyboard.type(page.getByLabel('Order total'), '99.50');
    await keyboard.press('Enter');
    await keyboard.use(button(page, 'Pay ₹99.50 with credits'));
    await page.getByRole('heading', { name: 'Paid ₹99.50 with credits' }).waitFor();
    await keyboard.use(place(page, 'Home'));
    await balanceIs(page, '₹500.50');
    await latestIs(page, 'Order K-3001', '−₹99.50');
  });

  it('goes from a shortfall to the top-up', async () => {
    const page = await at('/use?order=K-3002&amount=50', await shop.newcomer(), 'Pay for order K-3002');
    await keyboard.use(link(page, 'Add ₹50.00 to your wallet'));
    const field = page.getByRole('main').getByLabel('Amount in rupees');
    await keyboard.reach(field);
    expect(await field.inputValue()).toBe('50.00');
  });

  it('claims a reward', async () => {
    const page = await at('/rewards', await shop.newcomer(), 'Rewards');
    await keyboard.use(button(page, 'Claim ₹50.00'));
    await keyboard.use(button(page.getByRole('dialog'), 'Claim ₹50.00'));
    await page.getByText(/^Credited/).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const entry = link(page, 'See the entry');
    expect(await entry.evaluate((element) => element === document.activeElement)).toBe(true);
    await keyboard.use(place(page, 'Home'));
    await balanceIs(page, '₹50.00');
  });

  it('copies the own code and uses a friend’s', async () => {
    const friend = await shop.newcomer({ name: 'Chetan Das' });
    const theirs = await at('/refer', friend, 'Refer a friend');
    await keyboard.use(theirs.getByRole('button', { name: 'Copy', exact: true }));
    await button(theirs, 'Copied').waitFor();
    const code = await theirs.evaluate(() => navigator.clipboard.readText());
    const page = await at('/refer', await shop.newcomer(), 'Refer a friend');
    await keyboard.type(page.getByLabel('Your friend’s code'), code);
    await keyboard.press('Enter');
    await page.getByText('₹50.00 added. Your friend got a bonus too.').first().waitFor();
  });

  it('changes the theme, hides the amounts and signs out', async () => {
    const page = await at('/settings', ASHA, 'Settings');
    await keyboard.reach(radio(page, 'System'));
    await keyboard.arrowTo(radio(page, 'Dark'));
    await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
    await keyboard.use(page.getByRole('switch', { name: /Hide amounts/ }), 'Space');
    await keyboard.use(place(page, 'Home'));
    await page.getByRole('region', { name: 'Your balance' }).getByText('Amount hidden').waitFor();
    await keyboard.use(button(page, 'Hide amounts'), 'Space');
    await balanceIs(page, '₹4,985.00');
    await keyboard.use(button(page, 'Sign out'));
    await button(page, /Asha/).waitFor();
  });
});
