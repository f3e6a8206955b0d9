/** A moment, in milliseconds since 1970 UTC. Always handed in: nothing in the domain asks what time it is. */
export type Instant = number;

/** The shop's time zone. India has one offset and no summer time, so days can be computed instead of looked up. */
export const TIME_ZONE = 'Asia/Kolkata';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const OFFSET = 19_800_000; // UTC+05:30

/** The last millisecond of the day, in India, that contains this instant. Credits expire then (product rule 5). */
export function endOfDay(at: Instant): Instant {
  return startOfDay(at) + DAY - 1;
}

/** The first millisecond of the day, in India, that contains this instant. */
export function startOfDay(at: Instant): Instant {
  return Math.floor((at + OFFSET) / DAY) * DAY - OFFSET;
}

/** The same time of day, whole days later; negative counts go back. */
export function addDays(at: Instant, days: number): Instant {
  return at + days * DAY;
}

/** Whole minutes later. */
export function addMinutes(at: Instant, minutes: number): Instant {
  return at + minutes * 60_000;
}

/** Whole hours later. */
export function addHours(at: Instant, hours: number): Instant {
  return at + hours * HOUR;
}

/** How many midnights, in India, lie between the two: 0 today, 1 tomorrow, negative for the past. */
export function daysBetween(from: Instant, to: Instant): number {
  return (startOfDay(to) - startOfDay(from)) / DAY;
}

/** The day in India, as `2026-11-23`. */
export function dayOf(at: Instant): string {
  return new Date(at + OFFSET).toISOString().slice(0, 10);
}

/** The first millisecond of a day in India that is written as `2026-11-23`; null for what is no day. */
export function parseDay(text: string): Instant | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) - OFFSET : Number.NaN;
  return Number.isNaN(at) || dayOf(at) !== text ? null : at;
}

/** The month in India, as `2026-11`. */
export function monthOf(at: Instant): string {
  return new Date(at + OFFSET).toISOString().slice(0, 7);
}

/** The first instant, in India, of the month `count` months after the one that contains `at`; negative counts go back. */
export function startOfMonth(at: Instant, count = 0): Instant {
  const midnight = new Date(startOfDay(at) + OFFSET);
  // `Date.UTC` would take the years before 100 for those of the last century.
  return midnight.setUTCFullYear(midnight.getUTCFullYear(), midnight.getUTCMonth() + count, 1) - OFFSET;
}
