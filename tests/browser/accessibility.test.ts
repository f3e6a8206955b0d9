import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { openTestDatabase } from '../support/database.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';

const at = openTestDatabase();
let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemoServer(at), openBrowser()]);
}, 180_000);
afterAll(() => Promise.all([browser.close(), server.stop()]));

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const ROUTES = ['/', '/history', '/history?type=refund', '/history?order=nothing-like-it', '/settings'];
const SCENES = [320, 768, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
);

describe.each(SCENES)('at $width px in $scheme', ({ width, scheme }) => {
  it('breaks no accessibility rule on any page and never scrolls sideways', async () => {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme: scheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(server.origin);
    await page.getByRole('button', { name: /Asha/ }).waitFor();
    const found = await violations(page, 'sign-in');
    await page.getByRole('button', { name: /Asha/ }).click();
    await page.getByRole('heading', { level: 1, name: /Asha/ }).waitFor();
    for (const route of ROUTES) {
      await page.goto(server.origin + route);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
      found.push(...(await violations(page, route)));
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
    }
    await context.close();
    expect(found).toEqual([]);
  });
});

async function violations(page: Page, where: string): Promise<string[]> {
  const { violations: broken } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return broken.map(
    ({ id, nodes }) => `${where}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
