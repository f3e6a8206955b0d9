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
