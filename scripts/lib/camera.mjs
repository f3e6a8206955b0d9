import { join } from 'node:path';
import { chromium as playwright } from 'playwright-core';

const WINDOWS = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 900 },
};
const PATIENCE_MS = 60_000;

/** A browser that photographs a page as phones and desktops show it, light and dark. */
export async function openCamera({ chromium, folder, origin }) {
  const isRoot = process.getuid?.() === 0;
  const browser = await playwright.launch({
    executablePath: chromium,
    args: ['--disable-gpu', '--hide-scrollbars', ...(isRoot ? ['--no-sandbox'] : [])],
  });
  const camera = {
    count: 0,
    close: () => browser.close(),

    /** A visitor in whose browser nobody has signed in. */
    async stranger() {
      const context = await browser.newContext({ baseURL: origin, reducedMotion: 'reduce', locale: 'en-IN' });
      context.setDefaultTimeout(PATIENCE_MS);
      return context.newPage();
    },

    /** A visitor whose earlier visit goes on. */
    async visitor({ email, password }) {
      const page = await knownVisitor(camera);
      await page.request.post('/auth/sign-in', { data: { email, password } });
      return page;
    },

    /** A visitor who has a token and no password. */
    async bearer(account, accessToken) {
      const page = await knownVisitor(camera);
      const grant = { accessToken, expiresIn: 900, account: { role: 'CUSTOMER', ...account } };
      await page.route('**/auth/refresh', (route) => route.fulfill({ json: grant }));
      return page;
    },

    /** Four pictures of the page as it stands. It follows its window and the scheme without being loaded anew. */
    async take(page, name, { before } = {}) {
      for (const [device, window] of Object.entries(WINDOWS)) {
        await page.setViewportSize(window);
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          await before?.(page);
          await page.evaluate(restAtTop);
          await page.waitForFunction(nothingIsOnItsWay);
          await page.screenshot({
            path: join(folder, `${name}.${device}.${colorScheme}.png`),
            animations: 'disabled',
          });
          camera.count += 1;
        }
      }
    },
  };
  return camera;
}

async function knownVisitor(camera) {
  const page = await camera.stranger();
  await page.addInitScript(() => localStorage.setItem('early-bird.signed-in', 'yes'));
  return page;
}

/* The next two run in the page. */
/* global document, window, localStorage */

/** A focus ring would show where the last step was, not how the screen looks. */
function restAtTop() {
  window.scrollTo(0, 0);
  document.activeElement?.blur?.();
}

function nothingIsOnItsWay() {
  return ![...document.querySelectorAll('[aria-busy="true"]')].some((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  });
}
