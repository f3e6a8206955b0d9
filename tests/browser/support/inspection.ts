import axe from 'axe-core';
import type { Page } from 'playwright-core';

type Axe = typeof axe;

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
    await page.emulateMedia({ colorScheme: 'light' });
    faults.push(...(await brokenRules(page, `${width} light`)));
    // What depends on the scheme is contrast alone.
    await page.emulateMedia({ colorScheme: 'dark' });
    faults.push(...(await brokenRules(page, `${width} dark`, ['color-contrast'])));
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (excess > 0) faults.push(`${width}: ${excess} px wider than the window`);
  }
  return faults;
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
  return violations.map(
    ({ id, nodes }) => `${where}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
