import type { Page } from 'playwright-core';
import { lateShiftOf, shiftOf, watchShifts } from './support/layout-shift.ts';
import { ASHA, openShop } from './support/shop.ts';
import { arrived, balanceIs, place } from './support/wallet-page.ts';

const shop = openShop();

/** Half of what counts as good. */
const MOST_SHIFT = 0.05;
/** Any amount of money that is not hidden. */
const AMOUNT = /₹\s?\d/;

describe('a customer in a real browser', () => {
  it('signs in with one click and sees the balance, its tier and the last entries', async () => {
    const page = await shop.stranger();
    await page.goto('/');
    await page.getByRole('button', { name: /Asha/ }).click();
    await arrived(page, /Asha/);
    await balanceIs(page, '₹4,985.00');
    expect(await page.getByText('Silver member').first().isVisible()).toBe(true);
    const entries = page.getByRole('region', { name: 'Recent activity' }).getByRole('listitem');
    expect(await entries.count()).toBe(5);
  });

  it('is told what is wrong when the password is wrong, and keeps what was typed', async () => {
    const page = await shop.stranger();
    await page.goto('/');
    await page.getByLabel('Email').fill(ASHA.email);
    await page.getByLabel('Password', { exact: true }).fill('something else');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'don’t go together' }).waitFor();
    expect(await page.getByLabel('Email').inputValue()).toBe(ASHA.email);
  });

  it('stays signed in over a reload, with no token where scripts can read it', async () => {
    const page = await shop.stranger();
    await page.goto('/');
    await page.getByRole('button', { name: /Asha/ }).click();
    await arrived(page, /Asha/);
    await page.reload();
    await arrived(page, /Asha/);
    const stored = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    );
    expect(stored).not.toMatch(/eyJ|refresh/i);
  });

  it('has the balance from the answer that renews a return visit', async () => {
    const page = await shop.visitor(ASHA);
    await page.goto('/');
    await balanceIs(page, '₹4,985.00');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.postData()?.includes('query WalletDashboard')) asked.push(new URL(request.url()).pathname);
    });
    await page.reload();
    await balanceIs(page, '₹4,985.00');
    expect(asked).toEqual(['/auth/refresh']);
  });

  it('sees what is about to expire, and which credits they are', async () => {
    const page = await shop.visitor(ASHA);
    await page.goto('/');
    await arrived(page, /Asha/);
    // Midnight may have come since the shop was filled.
    await page.getByText(/₹300\.00 expires in [23] days/).waitFor();
    const lots = page.getByRole('list', { name: /Credits that expire/ });
    expect(await lots.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'See details' }).click();
    await lots
      .getByRole('listitem')
      .filter({ hasText: 'Festive bonus' })
      .filter({ hasText: '₹300.00' })
      .waitFor();
    await page.getByRole('button', { name: 'Hide details' }).click();
    await lots.waitFor({ state: 'hidden' });
  });

  it('signs out and cannot come back by the address', async () => {
    const page = await shop.visitor(ASHA);
    await page.goto('/');
    await arrived(page, /Asha/);
    await page.getByRole('button', { name: 'Sign out' }).first().click();
    await page.getByRole('button', { name: /Asha/ }).waitFor();
    await page.goto('/history');
    await page.getByRole('button', { name: /Asha/ }).waitFor();
    expect(await page.getByRole('heading', { name: 'History' }).count()).toBe(0);
  });
});

describe('the history', () => {
  it('filters, keeps the filter in the address, opens an entry and comes back to the same list', async () => {
    const page = await shop.visitor(ASHA);
    await page.goto('/');
    await arrived(page, /Asha/);
    await place(page, 'History').click();
    await arrived(page, 'History');
    await page.getByRole('button', { name: 'Spent', exact: true }).click();
    await page.waitForURL(/type=debit/);
    await page
      .getByRole('row', { name: /Top-up/ })
      .first()
      .waitFor({ state: 'detached' });
    await page.getByRole('searchbox', { name: 'Find an order or entry' }).fill('0893');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('Showing 1 of 1 entry').first().waitFor();
    await page.getByRole('link', { name: 'Order 0893' }).click();
    await arrived(page, 'Order 0893');
    await page.getByRole('region', { name: 'Paid from' }).getByRole('listitem').first().waitFor();
    await page.goBack();
    await page.getByText('Showing 1 of 1 entry').first().waitFor();
    expect(page.url()).toMatch(/type=debit/);
  });

  it('says that nothing matches when nothing does, and clears the filters', async () => {
    const page = await shop.visitor(ASHA);
    await page.goto('/history?order=no-such-order');
    await page.getByText('Nothing matches these filters').waitFor();
    await page.getByRole('button', { name: 'Clear all filters' }).first().click();
    await page.getByRole('row', { name: /Order 1042/ }).waitFor();
  });
});

describe('what this browser remembers', () => {
  it('keeps a chosen theme over a reload, from the very first frame', async () => {
    const page = await shop.visitor(ASHA, { colorScheme: 'light' });
    await page.goto('/settings');
    await arrived(page, 'Settings');
    const light = await background(page);
    await page.getByRole('radio', { name: 'Dark' }).check();
    const dark = await background(page);
    expect(dark).not.toBe(light);
    await page.addInitScript(recordFrames);
    await page.reload();
    await arrived(page, 'Settings');
    expect(await page.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
    const frames = await page.evaluate(() => (window as unknown as { frames: string[] }).frames);
    expect([...new Set(frames)]).toEqual([dark]);
  });

  it('hides every amount of the wallet on every screen until they are shown again', async () => {
    const page = await shop.visitor(ASHA);
    await page.goto('/');
    await arrived(page, /Asha/);
    const eye = page.getByRole('button', { name: 'Hide amounts' });
    await eye.click();
    const balance = page.getByRole('region', { name: 'Your balance' });
    await balance.getByText('Amount hidden').waitFor();
    expect(await balance.innerText()).not.toMatch(AMOUNT);
    await page.reload();
    await arrived(page, /Asha/);
    expect(await balance.innerText()).not.toMatch(AMOUNT);
    expect(await page.getByRole('region', { name: 'Recent activity' }).innerText()).not.toMatch(AMOUNT);
    await place(page, 'History').click();
    await arrived(page, 'History');
    expect(await page.getByRole('main').innerText()).not.toMatch(AMOUNT);
    await page.getByRole('navigation', { name: 'Further' }).getByRole('link', { name: 'Settings' }).click();
    await arrived(page, 'Settings');
    await page.getByRole('switch', { name: /Hide amounts/ }).click();
    await place(page, 'Home').click();
    await balanceIs(page, '₹4,985.00');
  });
});

describe('the web app', () => {
  it('talks to no other origin and breaks no rule of its own content policy, on any screen', async () => {
    const page = await shop.visitor(ASHA);
    const origins = new Set<string>();
    const complaints: string[] = [];
    page.on('request', (request) => origins.add(new URL(request.url()).origin));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    for (const route of ['/', '/add', '/history', '/rewards', '/refer', '/tier', '/use', '/settings']) {
      await page.goto(route);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
    }
    expect([...origins]).toEqual([shop.origin]);
    expect(complaints).toEqual([]);
  });
});

it('an entry opens beside the list, stands alone on paper, and Back leads to its row', async () => {
  const page = await shop.visitor(ASHA, { viewport: { width: 1280, height: 900 } });
  await page.goto('/history');
  const list = page.getByRole('heading', { name: 'History', level: 1 });
  const row = page.getByRole('link', { name: /Order 1042/ });
  await row.click();
  const entry = page.getByRole('dialog', { name: 'Order 1042' });
  await entry.getByText('Balance after').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('h1:visible').allTextContents()).toEqual(['Order 1042']);
  await page.emulateMedia({ media: 'screen' });
  await page.goBack();
  await entry.waitFor({ state: 'detached' });
  await list.waitFor();
  expect(await row.evaluate((link) => link === document.activeElement)).toBe(true);
});

describe.each([
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
])('at $width × $height', (viewport) => {
  it.each([
    ['the dashboard', '/', /Asha/],
    ['the history', '/history', 'History'],
    ['the page of rewards', '/rewards', 'Rewards'],
  ])('%s does not jump when its data takes the place of the skeleton', async (_name, address, heading) => {
    const page = await shop.visitor(ASHA, { viewport });
    expect(await shiftOf(page, address, () => arrived(page, heading))).toBeLessThanOrEqual(MOST_SHIFT);
  });

  it('the history does not jump when a filter or the next entries are answered late', async () => {
    const page = await shop.visitor(ASHA, { viewport });
    await watchShifts(page);
    await page.goto('/history');
    await page
      .locator('p')
      .filter({ hasText: /^Showing 20 of/ })
      .waitFor();
    const step = (act: () => Promise<void>, text: RegExp) =>
      lateShiftOf(page, act, () => page.locator('p').filter({ hasText: text }).waitFor());
    const more = page.getByRole('button', { name: /^Load \d+ more/ });
    const spent = page.getByRole('button', { name: 'Spent', exact: true });
    const shifts = [
      await step(() => more.click(), /^Showing (?!20 )/),
      await step(() => spent.click(), /^Showing (\d+) of \1 /),
    ];
    expect(Math.max(...shifts)).toBeLessThanOrEqual(MOST_SHIFT);
  });
});

function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

/** Notes the page's colour at every frame, from before there is a page. */
function recordFrames(): void {
  const frames: string[] = [];
  Object.assign(window, { frames });
  const look = (): void => {
    // Until the styles are there the browser paints nothing of the page.
    if (document.body && document.readyState !== 'loading')
      frames.push(getComputedStyle(document.documentElement).backgroundColor);
    requestAnimationFrame(look);
  };
  look();
}
