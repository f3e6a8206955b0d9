import type { Reports, Vitals } from './reports.ts';

/** Times are milliseconds since the page was asked for, or of one reaction; a shift has no unit. */
interface ShiftEntry extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
}

interface ReactionEntry extends PerformanceEntry {
  /** Of something that a person did; 0 for what only moved past. */
  interactionId: number;
}

interface Wanted extends PerformanceObserverInit {
  durationThreshold: number;
}

/** Shifts that follow each other within a second, for five seconds at most, are felt as one. */
const GAP_MS = 1_000;
const LONGEST_MS = 5_000;
/** What is quicker than this is not worth a look. */
const REACTION_MS = 40;

/** Comes after the page is there; the browser has kept what happened before. The figures are sent when the page is left. */
export function measure(reports: Reports): void {
  let vitals: Vitals = {};
  const worst = (name: keyof Vitals, value: number): void => {
    vitals[name] = Math.round(Math.max(vitals[name] ?? 0, value) * 1_000) / 1_000;
  };
  const [navigation] = performance.getEntriesByType('navigation');
  if (navigation instanceof PerformanceNavigationTiming) worst('TTFB', navigation.responseStart);
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') worst('FCP', startTime);
  });
  watch('largest-contentful-paint', ({ startTime }) => worst('LCP', startTime));
  watch('event', (entry) => {
    if ((entry as ReactionEntry).interactionId > 0) worst('INP', entry.duration);
  });
  watchShifts((value) => worst('CLS', value));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden' || Object.keys(vitals).length === 0) return;
    reports.measured(vitals);
    vitals = {};
  });
}

function watchShifts(felt: (value: number) => void): void {
  let [sum, began, last] = [0, 0, 0];
  felt(0);
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput, startTime } = entry as ShiftEntry;
    if (hadRecentInput) return;
    const goesOn = startTime - last < GAP_MS && startTime - began < LONGEST_MS;
    if (!goesOn) [sum, began] = [0, startTime];
    sum += value;
    last = startTime;
    felt(sum);
  });
}

/** A browser that does not measure this has nothing to say. */
function watch(type: string, see: (entry: PerformanceEntry) => void): void {
  if (!PerformanceObserver.supportedEntryTypes.includes(type)) return;
  const observer = new PerformanceObserver((list) => list.getEntries().forEach(see));
  const wanted: Wanted = { type, buffered: true, durationThreshold: REACTION_MS };
  observer.observe(wanted);
}
