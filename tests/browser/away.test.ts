import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { ASHA, openShop } from './support/shop.ts';
import { arrived, balanceIs } from './support/wallet-page.ts';

const shop = openShop();

describe('without a network', () => {
  it('the wallet opens with what was last seen, says as of when, and takes no order', async () => {
    const page = await shop.visitor(ASHA, { serviceWorkers: 'allow' });
    await page.goto('/');
    await arrived(page, /Asha/);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.waitForFunction(hasKept, ['WalletDashboard']);
    await page.context().setOffline(true);
    await page.goto('/');
    await page.getByText(/You’re offline – showing balance as of/).waitFor();
    await balanceIs(page, '₹4,985.00');
    const add = page.getByRole('button', { name: 'Add credits' });
    expect(await add.getAttribute('aria-disabled')).toBe('true');
    await page
      .getByText(/This needs a connection/)
      .first()
      .waitFor();
    await page.context().setOffline(false);
    await page.getByRole('link', { name: 'Add credits' }).waitFor();
  });

  it('nothing of the wallet is left in the browser after signing out', async () => {
    const page = await shop.visitor(ASHA, { serviceWorkers: 'allow' });
    await page.goto('/');
    await arrived(page, /Asha/);
    await page.waitForFunction(hasKept, ['WalletDashboard']);
    await page.getByRole('button', { name: 'Sign out' }).first().click();
    await page.getByRole('button', { name: /Asha/ }).waitFor();
    expect(await page.evaluate(hasKept, ['WalletDashboard'])).toBe(false);
  });
});

describe('a shop that gets a new version', () => {
  it('has a page of the old one loaded again, once, at the screen that was asked for', async () => {
    const page = await shop.visitor(ASHA);
    await page.goto('/');
    await arrived(page, /Asha/);
    const pages = await takeAway(page, /\/assets\/history-[^/]*\.js$/);
    await page.getByRole('link', { name: 'History' }).first().click();
    await arrived(page, 'History');
    expect(pages()).toEqual(['/history']);
  });

  it('lets in who was at the door of the old one', async () => {
    const page = await shop.stranger();
    await page.goto('/rewards');
    await page.getByLabel('Email').fill(ASHA.email);
    await page.getByLabel('Password', { exact: true }).fill(ASHA.password);
    const pages = await takeAway(page, /\/assets\/signed-in-[^/]*\.js$/);
    await page.keyboard.press('Enter');
    await arrived(page, 'Rewards');
    expect(pages()).toEqual(['/rewards']);
  });
});

describe('a history as a file', () => {
  it('is saved with a line for each entry that the filters leave', async () => {
    const page = await shop.visitor(ASHA);
    await page.goto('/history?type=refund');
    await arrived(page, 'History');
    const lines = await exported(page);
    expect(lines.length).toBe(1 + 3);
    expect(lines.slice(1).every((line) => /refund/i.test(line))).toBe(true);
  });
});

/** These files are gone until the page is loaded anew, as after a deploy; answers what pages were asked for since. */
async function takeAway(page: Page, files: RegExp): Promise<() => string[]> {
  const pages: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) pages.push(new URL(request.url()).pathname);
  });
  await page.route(files, (route) =>
    pages.length === 0 ? route.fulfill({ status: 404, body: '' }) : route.continue(),
  );
  return () => pages;
}

async function exported(page: Page): Promise<string[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  return readFileSync(await download.path(), 'utf8')
    .trim()
    .split(/\r?\n/);
}

/** Whether the browser has written down what these operations brought. */
async function hasKept(names: string[]): Promise<boolean> {
  // Opening a database that is not there yet would make an empty one in the app's place.
  const present = await indexedDB.databases();
  if (!present.some(({ name }) => name === 'early-bird')) return false;
  return new Promise((done) => {
    const opening = indexedDB.open('early-bird');
    opening.onerror = () => done(false);
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction('snapshots').objectStore('snapshots').get('last');
      reading.onsuccess = () => {
        database.close();
        done(names.every((name) => name in (reading.result?.queries ?? {})));
      };
    };
  });
}
