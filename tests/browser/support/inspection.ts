import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

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
  // Only what is broken is written out. The pages have no frames, for which the other mode would open a page each time.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
  const { violations } = await (only ? axe.withRules(only) : axe.withTags(RULES)).analyze();
  return violations.map(
    ({ id, nodes }) => `${where}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
