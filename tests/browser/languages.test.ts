import type { Page } from 'playwright-core';
import { misfitsOf, speakLonger } from './support/longer-words.ts';
import { ASHA, openShop } from './support/shop.ts';
import { arrived, settled } from './support/wallet-page.ts';

const shop = openShop();
const PHONES = [320, 390];
const SCREENS = ['/', '/history', '/rewards', '/refer', '/tier', '/use', '/add', '/settings'];
const HINDI = { locale: 'hi-IN', reducedMotion: 'reduce' } as const;

async function misfitsOfScreens(page: Page): Promise<string[]> {
  const misfits: string[] = [];
  for (const address of SCREENS) {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await settled(page);
    const found = await misfitsOf(page, PHONES);
    misfits.push(...found.map((misfit) => `${address} at ${misfit}`));
  }
  return misfits;
}

describe('on a phone nothing is cut off and nothing scrolls sideways', () => {
  it('in Hindi', async () => {
    expect(await misfitsOfScreens(await shop.visitor(ASHA, HINDI))).toEqual([]);
  });

  it('in words that are 40 % longer', async () => {
    const page = await shop.visitor(ASHA, { reducedMotion: 'reduce' });
    await speakLonger(page);
    await page.goto('/');
    await page.getByText('Yoouur baalaancee').first().waitFor();
    expect(await misfitsOfScreens(page)).toEqual([]);
  });

  it('at the door', async () => {
    const page = await shop.stranger(HINDI);
    await page.goto('/');
    await page.getByRole('button', { name: 'साइन इन करें' }).click();
    await page.getByText('अपना पासवर्ड डालें।').waitFor();
    const inHindi = await misfitsOf(page, PHONES);
    await speakLonger(page);
    await page.getByRole('radio', { name: 'English' }).check({ force: true });
    await page.getByText('Eenteer yoouur paasswoord.').waitFor();
    expect([...inHindi, ...(await misfitsOf(page, PHONES))]).toEqual([]);
  });
});

describe('a visitor whose browser asks for Hindi', () => {
  it('gets the Hindi words alone, and never sees another language first', async () => {
    const page = await shop.visitor(ASHA, HINDI);
    const brought: string[] = [];
    page.on('request', (request) => brought.push(new URL(request.url()).pathname));
    await page.addInitScript(noteLanguages);
    await page.goto('/');
    await arrived(page, /Asha/);
    // Those of the door, and those behind it.
    const words = brought.filter((path) => /\/(en|hi)-[\w-]+\.js$/.test(path));
    expect(words.map((path) => path.slice('/assets/'.length, '/assets/hi'.length))).toEqual(['hi', 'hi']);
    expect(await page.evaluate(() => (window as unknown as { languages: string[] }).languages)).toEqual([
      'hi-IN',
    ]);
    expect(await page.title()).toBe('होम – Early Bird वॉलेट');
  });

  it('finds the wallet in Hindi without a network', async () => {
    const page = await shop.visitor(ASHA, { ...HINDI, serviceWorkers: 'allow' });
    await page.goto('/');
    await arrived(page, /Asha/);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.context().setOffline(true);
    await page.goto('/');
    await page
      .getByText(/दुकान से संपर्क नहीं|आप ऑफ़लाइन हैं/)
      .first()
      .waitFor();
    await page.context().setOffline(false);
  });
});

/** Notes what the page says of its language each time that something is painted into it. */
function noteLanguages(): void {
  const seen = Object.assign(window, { languages: [] as string[] });
  new MutationObserver(() => {
    const { lang } = document.documentElement;
    const isFilled = document.getElementById('root')?.hasChildNodes() ?? false;
    if (isFilled && !seen.languages.includes(lang)) seen.languages.push(lang);
  }).observe(document, { childList: true, subtree: true, attributes: true });
}
