import type { Page } from 'playwright-core';
import { payAtBank } from './support/bank.ts';
import { openShop } from './support/shop.ts';
import { arrived, balanceIs, isSameDocument, latestIs, mark } from './support/wallet-page.ts';

const shop = openShop();

/** A customer at the dashboard, in a document that is marked so that a reload would show. */
async function dashboardOf(credits: string): Promise<Page> {
  const page = await shop.visitor(await shop.newcomer({ name: 'Bina Bose', credits }));
  await page.goto('/');
  await arrived(page, /Bina/);
  await mark(page);
  return page;
}

async function startTopUp(page: Page, amount: string, method: 'Card' | 'UPI'): Promise<void> {
  await page.getByRole('link', { name: 'Add credits' }).click();
  const steps = page.getByRole('main');
  await steps.getByRole('radio', { name: amount, exact: true }).check();
  await steps.getByRole('radio', { name: new RegExp(`^${method}`) }).check();
  await steps.getByRole('button', { name: `Pay ${amount}.00 with ${method}` }).click();
  await steps.getByRole('heading', { name: `Pay ${amount}.00` }).waitFor();
}

/** What the app's live regions say, unless an open dialog has silenced them. */
function heard(page: Page): Promise<string> {
  const regions = page.locator('[data-live-announcer]');
  return regions.evaluate((element) =>
    element.closest('[inert], [aria-hidden]') ? '' : element.textContent,
  );
}

describe('a top-up', () => {
  it('by card that the bank approves is in the balance and the list at once, without a reload', async () => {
    const page = await dashboardOf('250.00');
    await balanceIs(page, '₹250.00');
    await startTopUp(page, '₹500', 'Card');
    await payAtBank(page, 'Approve');
    const steps = page.getByRole('main');
    await steps.getByRole('heading', { name: '₹500.00 added' }).waitFor();
    await steps.getByText('Your balance is ₹750.00.').waitFor();
    expect(await heard(page)).toContain('₹500.00 added');
    await steps.getByRole('link', { name: 'Done' }).click();
    await balanceIs(page, '₹750.00');
    await latestIs(page, 'Top-up', '+₹500.00');
    expect(await isSameDocument(page)).toBe(true);
  });

  it('that the bank declines leaves the balance alone, and the next try with the same amount works', async () => {
    const page = await dashboardOf('250.00');
    await startTopUp(page, '₹200', 'Card');
    await payAtBank(page, 'Decline');
    const steps = page.getByRole('main');
    await steps.getByRole('alert').filter({ hasText: 'No credits were added.' }).waitFor();
    await steps.getByRole('link', { name: 'Try ₹200.00 again' }).click();
    await steps.getByRole('button', { name: 'Pay ₹200.00 with Card' }).click();
    await payAtBank(page, 'Approve');
    await steps.getByRole('heading', { name: '₹200.00 added' }).waitFor();
    await steps.getByRole('link', { name: 'Done' }).click();
    await balanceIs(page, '₹450.00');
    expect(await isSameDocument(page)).toBe(true);
  });

  it('that hears nothing from the bank stays open, says so on the dashboard and is found again', async () => {
    const page = await dashboardOf('250.00');
    await startTopUp(page, '₹100', 'Card');
    const steps = page.getByRole('main');
    const reference = await steps.getByText(/^TOP-/).innerText();
    await payAtBank(page, 'Never answer');
    await steps.getByText(/left to pay/).waitFor();
    await page.getByRole('link', { name: 'Close' }).click();
    await page.getByText('A top-up of ₹100.00 is waiting for your payment.').waitFor();
    await balanceIs(page, '₹250.00');
    await page.reload();
    await page.getByRole('link', { name: 'Continue' }).click();
    await steps.getByRole('heading', { name: 'Pay ₹100.00' }).waitFor();
    expect(await steps.getByText(/^TOP-/).innerText()).toBe(reference);
  });

  it('that the bank confirms late warns against paying twice, and settles by itself', async () => {
    const page = await dashboardOf('250.00');
    await startTopUp(page, '₹500', 'Card');
    await payAtBank(page, 'Delay 20 s');
    const steps = page.getByRole('main');
    await steps.getByRole('heading', { name: 'Waiting for your bank to confirm ₹500.00' }).waitFor();
    await steps.getByText('Please don’t pay twice.').waitFor();
    await page.getByRole('link', { name: 'Close' }).click();
    await page.getByText('Your bank is confirming a top-up of ₹500.00.').waitFor();
    await page.getByRole('link', { name: 'See how far it is' }).click();
    await steps.getByRole('heading', { name: '₹500.00 added' }).waitFor();
    await steps.getByRole('link', { name: 'Done' }).click();
    await balanceIs(page, '₹750.00');
    await page.getByText('Your bank is confirming').waitFor({ state: 'detached' });
    expect(await isSameDocument(page)).toBe(true);
  });

  it('by UPI shows a code to scan, and the same amount in words, also after a reload', async () => {
    const page = await dashboardOf('250.00');
    await startTopUp(page, '₹1,000', 'UPI');
    const steps = page.getByRole('main');
    await steps.getByRole('img', { name: 'UPI QR code for ₹1,000.00' }).waitFor();
    await steps.getByText('Scan with any UPI app and pay ₹1,000.00.').waitFor();
    await page.reload();
    await steps.getByRole('img', { name: 'UPI QR code for ₹1,000.00' }).waitFor();
  });
});

describe('a gift', () => {
  it('is paid by one customer, leaves by mail, and is claimed by another by the link of it', async () => {
    const [sender, friend] = [await shop.newcomer({ name: 'Bina Bose' }), await shop.newcomer()];
    const page = await shop.visitor(sender);
    await page.goto('/gift-cards');
    const steps = page.getByRole('main');
    await steps.getByRole('link', { name: 'Send a gift' }).click();
    await steps.getByRole('textbox', { name: 'Their email' }).fill(friend.email);
    await steps.getByRole('textbox', { name: 'Message (optional)' }).fill('For the new flat!');
    await steps.getByRole('button', { name: 'Pay ₹500.00 with UPI' }).click();
    await payAtBank(page, 'Approve');
    await steps.getByRole('heading', { name: 'Your gift is on its way' }).waitFor();

    const theirs = await shop.visitor(friend);
    await theirs.goto('/mailbox');
    const mail = theirs.getByRole('article').filter({ hasText: friend.email });
    await mail.getByRole('link').first().click();
    const gift = theirs.getByRole('main');
    await gift.getByText('Bina Bose sent you ₹500.00').waitFor();
    await gift.getByText('For the new flat!').waitFor();
    await gift.getByRole('button', { name: 'Add ₹500.00 to my wallet' }).click();
    await gift.getByRole('heading', { name: '₹500.00 from Bina Bose is yours' }).waitFor();
    await theirs.goto('/');
    await balanceIs(theirs, '₹500.00');
  });
});

describe('an order that the shop sends somebody to pay', () => {
  it('is paid with credits and by UPI, and what is left is in the balance', async () => {
    const customer = await shop.newcomer({ credits: '250.00' });
    const page = await shop.visitor(customer);
    await page.goto(await shop.checkoutOf(customer, 'B-3001', '1040.00'));
    const steps = page.getByRole('main');
    await steps.getByRole('button', { name: 'Pay ₹790.00 with UPI' }).click();
    await steps.getByRole('img', { name: 'UPI QR code for ₹790.00' }).waitFor();
    await payAtBank(page, 'Approve');
    await steps.getByRole('article', { name: 'Order B-3001 is paid' }).waitFor();
    expect(await heard(page)).toContain('Order B-3001 is paid');
    await steps.getByRole('link', { name: 'To my wallet' }).click();
    await balanceIs(page, '₹0.00');
    await latestIs(page, 'Order B-3001', '₹250.00');
  });

  it('is paid with gift cards whose codes are typed on its page, after one that was wrong', async () => {
    const [part, rest] = [await shop.giftCard('300.00'), await shop.giftCard('2000.00')];
    const customer = await shop.newcomer({ credits: '250.00' });
    const page = await shop.visitor(customer);
    await page.goto(await shop.checkoutOf(customer, 'B-3002', '1040.00'));
    const steps = page.getByRole('main');
    const code = steps.getByLabel('Gift card code');
    await code.fill('0000-0000-0000-0000-0');
    await steps.getByRole('button', { name: 'Use the card' }).click();
    await steps.getByText(/^This code cannot be used/).waitFor();
    await code.fill(part);
    await steps.getByRole('button', { name: 'Use the card' }).click();
    await steps.getByRole('button', { name: 'Pay ₹490.00 with UPI' }).waitFor();
    expect(await heard(page)).toContain('The gift card was added.');
    await code.fill(rest.toLowerCase());
    await steps.getByRole('button', { name: 'Use the card' }).click();
    await steps.getByRole('article', { name: 'Order B-3002 is paid' }).waitFor();
    await steps.getByRole('link', { name: 'To my wallet' }).click();
    await balanceIs(page, '₹0.00');
    await latestIs(page, 'Order B-3002', '₹250.00');
  });
});

describe('paying an order with credits', () => {
  it('shows first what it does, then does it, and every number agrees without a reload', async () => {
    const page = await dashboardOf('1200.00');
    await page.getByRole('link', { name: 'Use credits' }).click();
    await arrived(page, 'Use credits');
    await page.getByLabel('Order number').fill('B-2001');
    await page.getByLabel('Order total').fill('340');
    await page.getByRole('button', { name: 'See what it does' }).click();
    const draws = page.getByRole('region', { name: 'These credits are used' });
    await draws.getByText('Welcome gift').waitFor();
    const after = page.getByRole('region', { name: 'After you pay' });
    await after.getByText('₹860.00').first().waitFor();
    await after.getByText(/You’ll move to Bronze/).waitFor();
    await page.getByRole('button', { name: 'Pay ₹340.00 with credits' }).click();
    await page.getByRole('heading', { name: 'Paid ₹340.00 with credits' }).waitFor();
    await page.getByText('Your balance after it: ₹860.00.').waitFor();
    await page.getByRole('link', { name: 'Back to Home' }).last().click();
    await balanceIs(page, '₹860.00');
    await latestIs(page, 'Order B-2001', '−₹340.00');
    await page.getByText('Bronze member').first().waitFor();
    expect(await isSameDocument(page)).toBe(true);
  });

  it('with less than it costs is paid with credits and UPI by one press', async () => {
    const page = await dashboardOf('100.00');
    await page.goto('/use?order=B-2003&amount=250.50');
    await arrived(page, 'Pay for order B-2003');
    await mark(page);
    await page.getByRole('button', { name: 'Pay ₹100.00 with credits and ₹150.50 by UPI' }).click();
    await page.getByRole('heading', { name: 'Pay ₹150.50' }).waitFor();
    await payAtBank(page, 'Approve');
    await page.getByRole('heading', { name: 'Order B-2003 is paid' }).waitFor();
    await page.getByRole('link', { name: 'To my wallet' }).click();
    await balanceIs(page, '₹0.00');
    await latestIs(page, 'Order B-2003', '₹100.00');
    expect(await isSameDocument(page)).toBe(true);
  });

  it('leads from a shortfall to a top-up of exactly that much, and back to the order', async () => {
    const page = await dashboardOf('100.00');
    await page.goto('/use?order=B-2002&amount=250.50');
    await arrived(page, 'Pay for order B-2002');
    await mark(page);
    await page.getByRole('link', { name: 'Add ₹150.50 to your wallet' }).click();
    const steps = page.getByRole('main');
    await steps.getByRole('radio', { name: /^Card/ }).check();
    expect(await steps.getByLabel('Amount in rupees').inputValue()).toBe('150.50');
    await steps.getByRole('button', { name: 'Pay ₹150.50 with Card' }).click();
    await payAtBank(page, 'Approve');
    await steps.getByRole('link', { name: 'Back to your order' }).click();
    await arrived(page, 'Pay for order B-2002');
    await page.getByRole('button', { name: 'Pay ₹250.50 with credits' }).click();
    await page.getByText('Your balance after it: ₹0.00.').waitFor();
    expect(await isSameDocument(page)).toBe(true);
  });
});
