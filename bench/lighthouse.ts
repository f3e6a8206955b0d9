/**
 * npm run bench:lighthouse [-- --rounds 3 --only /history --save file]: what Lighthouse says of every screen on a phone, as its own
 * settings take one: a slow network and a processor four times slower, by calculation. Lighthouse is fetched for it, because nothing
 * else needs it. The demo is built and served from a database of its own, with the sample data; both are gone afterwards.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { ASHA, MEERA, openDemo } from './lib/demo-server.ts';
import { median } from './lib/load.ts';
import { circumstances } from './lib/report.ts';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const DEBUGGING_PORT = 9_333;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;

type Person = typeof ASHA;

/** Whose screens, and where they are. */
const VISITS: readonly (readonly [Person | null, readonly string[]])[] = [
  [null, ['/sign-in']],
  [
    ASHA,
    [
      ...['/', '/add', '/use', '/history', '/rewards', '/tier', '/refer', '/gift-cards', '/gift-cards/buy'],
      ...['/gifts/send', '/statement', '/help', '/help/report', '/settings'],
    ],
  ],
  [
    MEERA,
    [
      ...[
        '/admin',
        '/admin/wallets',
        '/admin/wallets/cus_asha',
        '/admin/approvals',
        '/admin/reviews',
        '/admin/bulk',
        '/admin/rewards',
      ],
      ...[
        '/admin/gift-cards',
        '/admin/campaigns',
        '/admin/referrals',
        '/admin/analytics',
        '/admin/audit',
        '/admin/integrity',
        '/admin/settings',
      ],
    ],
  ],
];

/** Scores up to 100; the others in milliseconds, what moved as a sum of shifts. */
interface Figures {
  readonly performance: number;
  readonly accessibility: number;
  readonly 'best-practices': number;
  readonly largestPaint: number;
  readonly blocked: number;
  readonly moved: number;
  /** Audits beside those of speed that found something. */
  readonly faults: readonly string[];
}

interface Report {
  readonly categories: Readonly<
    Record<(typeof CATEGORIES)[number], { readonly score: number | null; readonly auditRefs: readonly Ref[] }>
  >;
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly numericValue?: number }>
  >;
}

interface Ref {
  readonly id: string;
  readonly weight: number;
}

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    save: { type: 'string' },
  },
});
const rounds = Math.min(9, Number(values.rounds));

const demo = await openDemo(4_124);
const rows: string[] = [];
try {
  for (const [person, paths] of VISITS) {
    const asked = paths.filter((path) => values.only === undefined || path === values.only);
    if (asked.length > 0) rows.push(...(await visited(person, asked)));
  }
} finally {
  await demo.stop();
}
const page = [
  '# Lighthouse, as a phone',
  '',
  `\`npm run bench:lighthouse -- --rounds ${rounds}\``,
  '',
  ...circumstances('6.0.5'),
  `- ${LIGHTHOUSE}, mobile; the server on the same two cores`,
  '',
  '| median | performance | accessibility | best practices | largest paint, ms | too busy, ms | moved | found |',
  '|---|---:|---:|---:|---:|---:|---:|---|',
  ...rows,
  '',
].join('\n');
console.log(page);
if (values.save !== undefined) await writeFile(values.save, page);

/** In a browser of its own, which somebody has signed in to and come back to. */
async function visited(person: Person | null, paths: readonly string[]): Promise<string[]> {
  const profile = await mkdtemp(join(tmpdir(), 'early-bird-lighthouse-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      `--remote-debugging-port=${DEBUGGING_PORT}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  try {
    if (person) await signIn(context.pages()[0] ?? (await context.newPage()), person);
    const found: string[] = [];
    for (const path of paths) {
      const all: Figures[] = [];
      for (let round = 0; round < rounds; round += 1) {
        // Sometimes the browser loses the beginning of a recording, and Lighthouse asks to be run again.
        const look = () => lookedAt(path, person !== null);
        all.push(await look().catch(look));
      }
      found.push(row(path, all));
      console.error(found.at(-1));
    }
    return found;
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function signIn(tab: Page, { email, password }: Person): Promise<void> {
  await tab.goto(demo.origin);
  await tab.getByLabel('Email').fill(email);
  const field = tab.getByLabel('Password', { exact: true });
  await field.fill(password);
  await tab.getByRole('button', { name: 'Sign in', exact: true }).click();
  await field.waitFor({ state: 'detached' });
  await tab.getByRole('heading', { level: 1 }).first().waitFor();
  await tab.goto('about:blank');
}

async function lookedAt(path: string, isSignedIn: boolean): Promise<Figures> {
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      ...['--yes', LIGHTHOUSE, `${demo.origin}${path}`, `--port=${DEBUGGING_PORT}`, '--quiet'],
      ...['--output=json', `--only-categories=${CATEGORIES.join(',')}`],
      ...(isSignedIn ? ['--disable-storage-reset'] : []),
    ],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const { categories, audits } = JSON.parse(stdout) as Report;
  const faults = (['accessibility', 'best-practices'] as const).flatMap((name) =>
    categories[name].auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => id),
  );
  const figure = (id: string): number => audits[id]?.numericValue ?? NaN;
  const [performance, accessibility, practices] = CATEGORIES.map(
    (name) => 100 * (categories[name].score ?? 0),
  ) as [number, number, number];
  return {
    ...{ performance, accessibility, 'best-practices': practices, faults },
    largestPaint: figure('largest-contentful-paint'),
    blocked: figure('total-blocking-time'),
    moved: figure('cumulative-layout-shift'),
  };
}

function row(path: string, all: readonly Figures[]): string {
  const middle = (name: Exclude<keyof Figures, 'faults'>, digits = 0) =>
    median(all.map((one) => one[name])).toFixed(digits);
  const scores = CATEGORIES.map((name) => middle(name)).join(' | ');
  const faults = [...new Set(all.flatMap((one) => one.faults))].join(', ');
  return `| ${path} | ${scores} | ${middle('largestPaint')} | ${middle('blocked')} | ${middle('moved', 3)} | ${faults} |`;
}
