import type { Page } from 'playwright-core';

/**
 * Speaks to this visitor in English that is a good 40 % longer: each vowel is said twice. The words are those of the build;
 * only on their way to the browser another module steps in front of theirs.
 */
export async function speakLonger(page: Page): Promise<void> {
  await page.route(/\/assets\/en-[\w-]+\.js$/, (route) => {
    const written = new URL(route.request().url()).pathname;
    const body = `import { words as written } from '${written}?as-written';\n${longer}\nexport const words = longer(written);`;
    return route.fulfill({ contentType: 'text/javascript', body });
  });
}

const longer = `
function longer(said) {
  if (typeof said === 'string') return said.replace(/[aeiou]/gi, '$&$&');
  if (typeof said === 'function') return (...given) => longer(said(...given));
  if (Array.isArray(said)) return said.map(longer);
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(Object.entries(said).map(([name, part]) => [name, longer(part)]));
}`;

/** What does not fit: a page wider than its window, and each text that is wider or, where it is cut off, higher than its box. */
export async function misfitsOf(page: Page, widths: readonly number[]): Promise<string[]> {
  const misfits: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    misfits.push(...(await page.evaluate(misfitsHere)).map((misfit) => `${width}: ${misfit}`));
  }
  return misfits;
}

function misfitsHere(): string[] {
  const hasText = ({ childNodes }: Element) =>
    [...childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && /\S/.test(nodeValue ?? ''));
  const isShown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  // In a row that scrolls by itself nothing is lost, and what only screen readers hear has no room at all.
  const isFree = (element: Element | null): boolean => {
    if (element === null) return false;
    const { overflowX, clipPath } = getComputedStyle(element);
    const scrolls = overflowX === 'auto' || overflowX === 'scroll';
    return scrolls || clipPath !== 'none' || isFree(element.parentElement);
  };
  const misfits: string[] = [];
  const excess = document.documentElement.scrollWidth - window.innerWidth;
  if (excess > 0) misfits.push(`the page is ${excess} px too wide`);
  for (const element of document.body.querySelectorAll('*')) {
    if (!hasText(element) || !isShown(element) || isFree(element)) continue;
    const { display, overflowY } = getComputedStyle(element);
    // An inline box is measured with the block it stands in; what is drawn has no box but its own.
    const isBox = display !== 'inline' && element instanceof HTMLElement;
    const isCut = overflowY === 'hidden' || overflowY === 'clip';
    const wide = isBox ? element.scrollWidth - element.clientWidth : 0;
    const high = isBox && isCut ? element.scrollHeight - element.clientHeight : 0;
    const { left, right } = element.getBoundingClientRect();
    if (wide > 1 || high > 1 || left < -1 || right > window.innerWidth + 1) {
      misfits.push(`“${element.textContent.trim()}” by ${wide} × ${high} px, from ${left} to ${right}`);
    }
  }
  return misfits;
}
