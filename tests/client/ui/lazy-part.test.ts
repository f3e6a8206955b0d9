import { bringPart, MissingPart } from '../../../client/ui/lazy-part.ts';
import type { Page } from '../../../client/ui/lazy-part.ts';

afterEach(() => window.sessionStorage.clear());

const gone = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

function pageOf(build: string, more: Partial<Page> = {}): Page {
  return { build, storage: window.sessionStorage, isOnline: () => true, reload: () => undefined, ...more };
}

/** Whether the page was loaded again, or the part was called missing. */
async function outcomeOf(page: Page): Promise<string> {
  return new Promise((resolve, reject) => {
    bringPart(gone, { ...page, reload: () => resolve('loaded again') }).catch((error: unknown) =>
      error instanceof MissingPart ? resolve('missing') : reject(error as Error),
    );
  });
}

it('a part that is there is brought', async () => {
  expect(await bringPart(() => Promise.resolve('part'), pageOf('1'))).toBe('part');
});

it('a part that the shop no longer has loads the page again, once for each build, and never in a circle', async () => {
  expect(await outcomeOf(pageOf('1'))).toBe('loaded again');
  expect(await outcomeOf(pageOf('1'))).toBe('missing');
  expect(await outcomeOf(pageOf('2'))).toBe('loaded again');
  expect(await outcomeOf(pageOf('1'))).toBe('missing');
  expect(await outcomeOf(pageOf('2'))).toBe('missing');
});

it.each<[string, Partial<Page>]>([
  ['there is no network', { isOnline: () => false }],
  ['it cannot be remembered', { storage: null }],
])('the page is not loaded again where %s', async (_, more) => {
  expect(await outcomeOf(pageOf('1', more))).toBe('missing');
});
