import { createContext, useContext } from 'react';

/** What the browser tells the shop about how the app does. It says nothing about who uses it. */
export interface Reports {
  /** Something broke. The id under which the shop has it in its log, or null when it could not be told. */
  failed(error: unknown): Promise<string | null>;
  /** How the page did: times in milliseconds. */
  measured(vitals: Vitals): void;
}

export type Vitals = Partial<Record<'TTFB' | 'FCP' | 'LCP' | 'INP' | 'CLS', number>>;

const KINDS = ['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'MissingPart'];
/** What breaks over and over is known after a few times. */
const MOST_PER_VISIT = 5;

const ReportsContext = createContext<Reports>({
  failed: () => Promise.resolve(null),
  measured: () => undefined,
});

export const ReportsProvider = ReportsContext.Provider;

export function useReports(): Reports {
  return useContext(ReportsContext);
}

export function createReports(fetch: typeof globalThis.fetch, address: () => string): Reports {
  const known = new Map<unknown, Promise<string | null>>();
  const send = async (report: object): Promise<string | null> => {
    const body = JSON.stringify({ screen: screenOf(address()), ...report });
    const headers = { 'content-type': 'application/json' };
    // It outlives the page, and goes without a cookie: who it is does not matter.
    const request = { method: 'POST', headers, body, keepalive: true, credentials: 'omit' } as const;
    try {
      const response = await fetch('/vitals', request);
      return response.ok ? response.headers.get('x-request-id') : null;
    } catch {
      return null;
    }
  };
  return {
    failed(error) {
      const before = known.get(error);
      if (before !== undefined) return before;
      if (known.size >= MOST_PER_VISIT) return Promise.resolve(null);
      const told = send({ failures: [kindOf(error)] });
      known.set(error, told);
      return told;
    },
    measured: (vitals) => void send({ vitals }),
  };
}

function kindOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  return KINDS.includes(name) ? name : 'Other';
}

const SCREENS: readonly [RegExp, string][] = [
  [/^\/$/, 'home'],
  [/^\/add(\/|$)/, 'add'],
  [/^\/history$/, 'history'],
  [/^\/history\//, 'entry'],
  [/^\/use\/paid\//, 'receipt'],
  [/^\/pay\//, 'checkout'],
  [/^\/(rewards|refer|tier|use|settings|help|statement|set-password)$/, ''],
];

/** The name of a screen, never its address. */
export function screenOf(pathname: string): string {
  const [pattern, name] = SCREENS.find(([one]) => one.test(pathname)) ?? [null, 'other'];
  return name === '' ? (pattern?.exec(pathname)?.[1] ?? 'other') : name;
}
