/**
 * npm run bench:first-visit [-- --rounds 5]: how long a customer with a slow phone waits: when the first paint comes, the largest
 * one and what they came for, how long the browser was too busy to answer, what moved and what was downloaded. At the sign-in page and at the
 * balance, both for the first time, and at the balance once more. The network is as slow as Lighthouse takes a phone's to
 * be (562 ms there and back, 1.44 Mbit/s), the processor four times slower than this machine's. The demo is built and served from a database
 * of its own; both are gone afterwards.
 */
import { parseArgs } from 'node:util';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { ASHA, openDemo } from './lib/demo-server.ts';
import { median } from './lib/load.ts';
import { circumstances } from './lib/report.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Math.min(50, Number(values.rounds));
const SLOW_NETWORK = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 1.44e6 / 8,
  uploadThroughput: 675e3 / 8,
};

/** Times in milliseconds since the address was entered. */
interface Visit {
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** When what they came for was on the screen: the form, or the balance. */
  readonly there: number;
  /** What long tasks took beyond 50 ms each. */
  readonly blocked: number;
  /** The sum of layout shifts. */
  readonly moved: number;
  readonly requests: number;
  readonly kib: number;
}

type Seen = Omit<Visit, 'there' | 'requests' | 'kib'>;

/** A visit, and the words that it is for. */
interface Kind {
  readonly name: string;
  readonly path: string;
  readonly signedIn: boolean;
  readonly until: string;
  /** Whether the browser was here before and has kept the app's files. */
  readonly again: boolean;
}

const kinds: readonly Kind[] = [
  { name: 'sign-in page, first time', path: '/', signedIn: false, until: 'Password', again: false },
  { name: 'balance, first time', path: '/', signedIn: true, until: '₹4,985.00', again: false },
  { name: 'balance, again', path: '/', signedIn: true, until: '₹4,985.00', again: true },
];

const demo = await openDemo(4_123);
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  const visits = new Map<string, Visit[]>(kinds.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of kinds) visits.get(kind.name)?.push(await visit(kind));
  }
  console.log(page(visits));
} finally {
  await browser.close();
  await demo.stop();
}

async function visit(kind: Kind): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    baseURL: demo.origin,
    serviceWorkers: kind.again ? 'allow' : 'block',
    ...(kind.signedIn && { storageState: knownHere() }),
  });
  try {
    if (kind.signedIn) await context.request.post('/auth/sign-in', { data: ASHA });
    if (kind.again) await visitBefore(context, kind);
    const seen = await context.newPage();
    const received = await slowDown(seen);
    await seen.addInitScript(observe);
    await seen.goto(kind.path, { waitUntil: 'commit' });
    const there = await (await seen.waitForFunction(timeOf, kind.until)).jsonValue();
    await seen.waitForLoadState('networkidle');
    const figures = await seen.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
    return { ...figures, there: Number(there), ...received() };
  } finally {
    await context.close();
  }
}

async function visitBefore(context: BrowserContext, { path, until }: Kind): Promise<void> {
  const before = await context.newPage();
  await before.goto(path);
  await before.waitForFunction(timeOf, until);
  await before.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await before.close();
}

/** Returns what tells how much has come over the network since. */
async function slowDown(page: Page): Promise<() => Pick<Visit, 'requests' | 'kib'>> {
  const session = await page.context().newCDPSession(page);
  let requests = 0;
  let bytes = 0;
  session.on('Network.responseReceived', ({ response }) => {
    if (response.fromServiceWorker !== true && response.fromDiskCache !== true) requests += 1;
  });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return () => ({ requests, kib: bytes / 1024 });
}

/** Runs in the page, with each frame: when the words are there. */
function timeOf(words: string): number | false {
  const isThere = document.getElementById('root')?.textContent.includes(words) === true;
  return isThere && performance.now();
}

/** Runs in the page: keeps the figures that the browser itself measures. */
function observe(): void {
  const seen = { firstPaint: 0, largestPaint: 0, blocked: 0, moved: 0 };
  Object.assign(globalThis, { seen });
  const watch = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.firstPaint = startTime;
  });
  watch('largest-contentful-paint', ({ startTime }) => (seen.largestPaint = startTime));
  watch('longtask', ({ duration }) => (seen.blocked += duration - 50));
  watch('layout-shift', (entry) => (seen.moved += (entry as PerformanceEntry & { value: number }).value));
}

function knownHere() {
  const localStorage = [{ name: 'early-bird.signed-in', value: 'cus_asha' }];
  return { cookies: [], origins: [{ origin: demo.origin, localStorage }] };
}

function page(visits: ReadonlyMap<string, readonly Visit[]>): string {
  const row = ([name, all]: readonly [string, readonly Visit[]]) => {
    const middle = (figure: keyof Visit, digits = 0) => median(all.map((one) => one[figure])).toFixed(digits);
    const paints = `${middle('firstPaint')} | ${middle('largestPaint')} | ${middle('there')}`;
    return `| ${name} | ${paints} | ${middle('blocked')} | ${middle('moved', 3)} | ${middle('requests')} | ${middle('kib')} |`;
  };
  return [
    '# The first visit, on a slow phone',
    '',
    `\`npm run bench:first-visit -- --rounds ${rounds}\``,
    '',
    ...circumstances('6.0.5'),
    '',
    '| median | first paint, ms | largest paint, ms | form or balance, ms | too busy, ms | moved | requests | KiB |',
    '|---|---:|---:|---:|---:|---:|---:|---:|',
    ...[...visits].map(row),
    '',
  ].join('\n');
}
