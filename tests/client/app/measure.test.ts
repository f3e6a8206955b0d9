import { measure } from '../../../client/app/measure.ts';
import { createReports } from '../../../client/app/reports.ts';

interface Sent {
  path: string;
  init: RequestInit;
}

/** What a browser tells those who watch, which jsdom has nothing of. */
const watchers = new Map<string, (entry: object) => void>();

class Watcher {
  static readonly supportedEntryTypes = ['paint', 'largest-contentful-paint', 'event', 'layout-shift'];
  readonly #told: (list: { getEntries: () => object[] }) => void;

  constructor(told: (list: { getEntries: () => object[] }) => void) {
    this.#told = told;
  }

  observe({ type }: { type: string }): void {
    watchers.set(type, (entry) => this.#told({ getEntries: () => [entry] }));
  }
}

class Navigation {
  readonly responseStart = 180.4;
}

const sent: Sent[] = [];
let visibility: DocumentVisibilityState = 'visible';

function leave(): void {
  visibility = 'hidden';
  document.dispatchEvent(new Event('visibilitychange'));
  visibility = 'visible';
}

beforeAll(() => {
  Object.assign(globalThis, { PerformanceObserver: Watcher, PerformanceNavigationTiming: Navigation });
  Object.assign(performance, { getEntriesByType: () => [new Navigation()] });
  Object.defineProperty(document, 'visibilityState', { get: () => visibility });
  const fetch = (path: string, init: RequestInit) => {
    sent.push({ path, init });
    return Promise.resolve(new Response(null, { status: 204 }));
  };
  const address = () => '/history/entry-17';
  measure(createReports(fetch as typeof globalThis.fetch, address));
});
beforeEach(() => sent.splice(0));

const see = (type: string, entry: object) => watchers.get(type)?.(entry);
const bodies = () => sent.map(({ init }) => JSON.parse(init.body as string) as object);

it('what a page did is told when it is left: the worst of each, and of whom it was nothing', () => {
  see('paint', { name: 'first-paint', startTime: 300 });
  see('paint', { name: 'first-contentful-paint', startTime: 420 });
  see('largest-contentful-paint', { startTime: 900 });
  see('largest-contentful-paint', { startTime: 1_400 });
  see('event', { interactionId: 0, duration: 900 });
  see('event', { interactionId: 1, duration: 96 });
  see('event', { interactionId: 2, duration: 56 });
  // Two that follow each other are felt as one; what somebody asked for is not counted, and what comes later is another.
  see('layout-shift', { value: 0.02, hadRecentInput: false, startTime: 1_000 });
  see('layout-shift', { value: 0.03, hadRecentInput: false, startTime: 1_500 });
  see('layout-shift', { value: 0.4, hadRecentInput: true, startTime: 1_600 });
  see('layout-shift', { value: 0.01, hadRecentInput: false, startTime: 4_000 });
  expect(sent).toEqual([]);
  leave();

  expect(bodies()).toEqual([
    { screen: 'entry', vitals: { TTFB: 180.4, FCP: 420, LCP: 1_400, INP: 96, CLS: 0.05 } },
  ]);
  expect(sent[0]).toMatchObject({
    path: '/vitals',
    init: { method: 'POST', credentials: 'omit', keepalive: true },
  });
  expect(JSON.stringify(sent)).not.toContain('17');
});

it('nothing is told twice, and a page that did nothing more is not told of', () => {
  leave();
  expect(sent).toEqual([]);
  see('event', { interactionId: 3, duration: 48 });
  leave();
  expect(bodies()).toEqual([{ screen: 'entry', vitals: { INP: 48 } }]);
});
