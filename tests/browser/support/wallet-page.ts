import type { Locator, Page } from 'playwright-core';

/** What several journeys look at. Everything is found by its role and its words, as people find it. */

/** The page is there and has its data. */
export async function arrived(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await settled(page);
}

/** Nothing that can be seen is still on its way; what lies further down may load when it comes near. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(isSettled);
}

/** The big amount on the balance card. */
export async function balanceIs(page: Page, amount: string): Promise<void> {
  const card = page.getByRole('region', { name: 'Your balance' });
  await card.getByRole('paragraph').filter({ hasText: amount }).waitFor();
}

/** The first of the last entries: its title and its signed amount. */
export async function latestIs(page: Page, title: string, amount: string): Promise<void> {
  const first = page.getByRole('region', { name: 'Recent activity' }).getByRole('listitem').first();
  await first.filter({ hasText: title }).filter({ hasText: amount }).waitFor();
}

export function place(page: Page, name: string): Locator {
  return page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });
}

/** Marks this very document, so that `isSameDocument` can tell later that nothing was loaded anew. */
export async function mark(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { marked: true }));
}

export function isSameDocument(page: Page): Promise<boolean> {
  return page.evaluate(() => 'marked' in window);
}

function isSettled(): boolean {
  const isInView = (element: Element): boolean => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  };
  return (
    document.querySelector('main') !== null &&
    ![...document.querySelectorAll('[aria-busy="true"]')].some(isInView)
  );
}
