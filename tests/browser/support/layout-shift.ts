import type { Page } from 'playwright-core';

/**
 * How much of the page jumps when the data takes the place of the skeleton, as browsers score it: the share of the window
 * that moves times how far it moves. `shown` waits for the data.
 */
export async function shiftOf(page: Page, address: string, shown: () => Promise<void>): Promise<number> {
  await watchShifts(page);
  const answers = await holdAnswers(page);
  await page.goto(address);
  await page.locator('[aria-busy="true"]').first().waitFor();
  await framesPassed(page);
  answers.release();
  await shown();
  await framesPassed(page);
  return shiftedOn(page);
}

/** How long a browser puts what moves down to whoever has just touched the page, and a little more. */
const NO_LONGER_EXPECTED_MS = 600;

/** How much jumps when the answer to what somebody does comes late. The page must have been watched before it was loaded. */
export async function lateShiftOf(
  page: Page,
  act: () => Promise<void>,
  shown: () => Promise<void>,
): Promise<number> {
  const before = await shiftedOn(page);
  const answers = await holdAnswers(page);
  const asked = page.waitForRequest('**/graphql');
  await act();
  await asked;
  // Time has to pass: by it alone the browser tells a late move from one that was asked for.
  await page.waitForTimeout(NO_LONGER_EXPECTED_MS);
  answers.release();
  await shown();
  await framesPassed(page);
  await page.unroute('**/graphql');
  return (await shiftedOn(page)) - before;
}

export interface LateVisit {
  /** The names of what was asked, in their order. */
  readonly asked: readonly string[];
  /** How much jumped, from the page's first frame on. */
  readonly shift: number;
}

/** Opens an address, has the shop answer only when the page stands and has asked as much as it should, and waits until all is quiet. */
export async function visitLate(page: Page, address: string, questions: number): Promise<LateVisit> {
  await watchShifts(page);
  const asked = questionsOf(page);
  const answers = await holdAnswers(page);
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  // What comes late to a page that asks more than once is answered late as well.
  while (asked.length < questions) await page.waitForEvent('request');
  await framesPassed(page);
  answers.release();
  await page.waitForLoadState('networkidle');
  await framesPassed(page);
  await page.unroute('**/graphql');
  return { asked: [...asked], shift: await shiftedOn(page) };
}

/** Opens an address, has the shop answer only when the page stands, and waits until `shown`. Says how much jumped until then, from the first frame on. */
export async function shiftOfVisit(page: Page, address: string, shown: () => Promise<void>): Promise<number> {
  const answers = await holdAnswers(page);
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await framesPassed(page);
  answers.release();
  // What was answered may ask once more.
  for (let wave = 0; wave < 2; wave += 1) {
    await shown();
    await framesPassed(page);
  }
  await page.unroute('**/graphql');
  return shiftedOn(page);
}

/** The names of the questions that a page asks the shop from now on, along with the renewal of the visit or by themselves. */
export function questionsOf(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const name = /"operationName":"(\w+)"/.exec(request.postData() ?? '')?.[1];
    if (name !== undefined) asked.push(name);
  });
  return asked;
}

export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(addUpShifts);
}

function shiftedOn(page: Page): Promise<number> {
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
