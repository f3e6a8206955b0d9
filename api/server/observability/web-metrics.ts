import { Counter, Histogram, type Registry } from 'prom-client';

/** The screens of the web app by name, never by address: an address may say whose entry is looked at. */
export const SCREENS = [
  'home',
  'add',
  'history',
  'entry',
  'rewards',
  'refer',
  'tier',
  'use',
  'receipt',
  'checkout',
  'settings',
  'help',
  'statement',
  'set-password',
  'other',
] as const;

/** What browsers measure, in milliseconds; how much moved has no unit. */
export const TIMES = ['TTFB', 'FCP', 'LCP', 'INP'] as const;

/** What breaks, by the kind of error. A message might name somebody. */
export const FAILURES = [
  'Error',
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'MissingPart',
  'Other',
] as const;

export interface WebReport {
  readonly screen: (typeof SCREENS)[number];
  readonly vitals?: Readonly<Partial<Record<(typeof TIMES)[number] | 'CLS', number>>>;
  readonly failures?: readonly (typeof FAILURES)[number][];
}

/** What browsers say of themselves: worth watching, and worth no more than a browser's word. */
export function webMetrics(registers: Registry[]): (report: WebReport) => void {
  const times = new Histogram({
    name: 'web_vitals_seconds',
    help: 'How long people waited, as their browsers tell: TTFB, FCP, LCP, INP.',
    labelNames: ['name', 'screen'],
    buckets: [0.1, 0.2, 0.5, 0.8, 1.2, 1.8, 2.5, 4, 8],
    registers,
  });
  const shifts = new Histogram({
    name: 'web_layout_shift',
    help: 'How much a page moved under its reader (CLS), as browsers tell.',
    labelNames: ['screen'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5],
    registers,
  });
  const failures = new Counter({
    name: 'web_failures_total',
    help: 'What broke in a browser, by the kind of error and the screen.',
    labelNames: ['name', 'screen'],
    registers,
  });
  return ({ screen, vitals = {}, failures: broken = [] }) => {
    for (const name of TIMES) {
      const milliseconds = vitals[name];
      if (milliseconds !== undefined) times.observe({ name, screen }, milliseconds / 1_000);
    }
    if (vitals.CLS !== undefined) shifts.observe({ screen }, vitals.CLS);
    for (const name of broken) failures.inc({ name, screen });
  };
}
