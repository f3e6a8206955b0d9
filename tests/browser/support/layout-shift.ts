import type { Page } from 'playwright-core';

/**
 * How much of the page jumps when the data takes the place of the skeleton, as browsers score it: the share of the window
 * that moves times how far it moves. `shown` waits for the data.
 */
export async function shiftOf(page: Page, address: string, shown: () => Promise<void>): Promise<number> {
  await page.addInitScript(addUpShifts);
  const answers = await holdAnswers(page);
  await page.goto(address);
  await page.locator('[aria-busy="true"]').first().waitFor();
  await framesPassed(page);
  answers.release();
  await shown();
  await framesPassed(page);
  return page.evaluate(() => (window as unknown as { shifted: number }).shifted);
}

/** Adds up how far things move that nobody has touched, the way browsers score it. */
function addUpShifts(): void {
  // A browser that does not know of shifts would otherwise pass by never telling of one.
  const known = PerformanceObserver.supportedEntryTypes.includes('layout-shift');
  const seen = Object.assign(window, { shifted: known ? 0 : Number.NaN });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[]) {
      if (!entry.hadRecentInput) seen.shifted += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Keeps the shop's answers back until told otherwise, so that the skeleton is really seen. */
async function holdAnswers(page: Page): Promise<{ release: () => void }> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/graphql', async (route) => {
    await released;
    await route.continue();
  });
  return { release };
}

/** Shifts are told after the frame they happened in. */
async function framesPassed(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 5; frame += 1) await new Promise((next) => requestAnimationFrame(next));
  });
}
