import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { openTestDatabase } from '../support/database.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';

const at = openTestDatabase();
let server: DemoServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemoServer(at), openBrowser()]);
}, 180_000);
afterAll(() => Promise.all([browser.close(), server.stop()]));

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
});
afterEach(() => context.close());

async function signInAsAsha(): Promise<void> {
  await page.goto(server.origin);
  await page.getByRole('button', { name: /Asha/ }).click();
  await page.getByRole('heading', { level: 1, name: /Asha/ }).waitFor();
}

describe('a customer in a real browser', () => {
  it('signs in with one click and sees the balance, its tier and the last entries', async () => {
    await signInAsAsha();
    await page.getByRole('heading', { name: 'Your balance' }).waitFor();
    expect(await page.getByText('SILVER').first().isVisible()).toBe(true);
    expect(await page.getByRole('heading', { name: 'Recent activity' }).isVisible()).toBe(true);
    expect(await page.getByText(/expires in 3 days/).isVisible()).toBe(true);
  });

  it('signs in with a password and the keyboard alone', async () => {
    await page.goto(server.origin);
    await page.getByLabel(/email/i).focus();
    await page.keyboard.type('asha@example.com');
    await page.keyboard.press('Tab');
    await page.keyboard.type('early-bird-asha');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Asha/ }).waitFor();
  });

  it('stays signed in over a reload, with no token where scripts can read it', async () => {
    await signInAsAsha();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: /Asha/ }).waitFor();
    const stored = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    );
    expect(stored).not.toMatch(/eyJ|refresh/i);
  });

  it('filters the history, keeps the filter in the address, and pages back and forth', async () => {
    await signInAsAsha();
    await page.getByRole('link', { name: 'History' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /of \d+ entries/ })
      .waitFor();
    const first = await page.getByRole('row').nth(2).innerText();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Previous' }).and(page.locator(':enabled')).waitFor();
    await page.getByText(first.split('\n')[0] ?? '').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Spent' }).click();
    await page.waitForURL(/type=debit/);
    await page.reload();
    await page
      .getByRole('status')
      .filter({ hasText: /of \d+ entries/ })
      .waitFor();
    expect(await page.getByText('Added', { exact: true }).count()).toBeLessThanOrEqual(1);
  });

  it('signs out and cannot come back by the address', async () => {
    await signInAsAsha();
    await page
      .getByRole('button', { name: /sign out/i })
      .first()
      .click();
    await page.getByRole('button', { name: /Asha/ }).waitFor();
    await page.goto(`${server.origin}/history`);
    await page.getByRole('button', { name: /Asha/ }).waitFor();
  });

  it('talks to no other origin and breaks no rule of its own content policy', async () => {
    const origins = new Set<string>();
    const complaints: string[] = [];
    page.on('request', (request) => origins.add(new URL(request.url()).origin));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await signInAsAsha();
    await page.goto(`${server.origin}/history`);
    await page
      .getByRole('status')
      .filter({ hasText: /of \d+ entries/ })
      .waitFor();
    expect([...origins]).toEqual([server.origin]);
    // A first visit has no session to refresh, and the browser notes the 401.
    expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
  });
});
