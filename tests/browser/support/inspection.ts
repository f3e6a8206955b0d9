import axe, { type NodeResult } from 'axe-core';
import type { Page } from 'playwright-core';

type Axe = typeof axe;

interface Contrast {
  readonly fgColor: string;
  readonly bgColor: string;
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const HEIGHT = 800;
const WIDTHS = [1280, 768, 320];

/**
 * Looks at the page as it stands at three widths, in both schemes, and answers what is wrong with it: a broken rule, or a
 * page wider than its window. The page is not loaded anew for it; it follows its window and the system's scheme.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    await turn(page, width, 'light');
    faults.push(...(await brokenRules(page, `${width} light`)));
    // What depends on the scheme is contrast alone.
    await turn(page, width, 'dark');
    faults.push(...(await brokenRules(page, `${width} dark`, ['color-contrast'])));
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (excess > 0) faults.push(`${width}: ${excess} px wider than the window`);
  }
  return faults;
}

/** Gives the page a scheme, and waits until that and the width show in all that is painted: no colour is on its way. */
async function turn(page: Page, width: number, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(atRest, { width, colorScheme });
}

async function atRest({ width, colorScheme }: { width: number; colorScheme: string }): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const isThere = () =>
    window.innerWidth === width && window.matchMedia(`(prefers-color-scheme: ${colorScheme})`).matches;
  do await frame();
  while (!isThere());
  // What follows a change of the window is drawn with the next frame, and what it sets in motion is known with the one after.
  await frame();
  await frame();
  const passing = document
    .getAnimations()
    .filter((motion) => motion.effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(passing.map(({ finished }) => finished));
}

async function brokenRules(page: Page, where: string, only?: string[]): Promise<string[]> {
  // Reading axe takes the browser longer than a look with it, so a page is given it once.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const runOnly = only ? { type: 'rule', values: only } : { type: 'tag', values: RULES };
  // Only what is broken is written out.
  const options = { runOnly, resultTypes: ['violations'] } as axe.RunOptions;
  const violations = await page.evaluate(async (given) => {
    const { axe: inPage } = window as unknown as { axe: Axe };
    return (await inPage.run(document, given)).violations;
  }, options);
  return violations.map(({ id, nodes }) => `${where}: ${id} at ${nodes.map(placeOf).join(', ')}`);
}

/** Where it is, and of a contrast that is too low also which colours were seen. */
function placeOf({ target, any }: NodeResult): string {
  const seen = any.find(({ id }) => id === 'color-contrast')?.data as Contrast | undefined;
  const colours = seen ? ` (${seen.fgColor} on ${seen.bgColor})` : '';
  return `${target.join(' ')}${colours}`;
}
