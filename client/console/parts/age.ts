import { formatCount, plural } from '../../format/number.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "15 h": how long ago something was, as far as it matters to somebody who waits for it. */
export function ageOf(since: string, now: number): string {
  const age = Math.max(0, now - Date.parse(since));
  if (age < HOUR_MS) return `${formatCount(Math.floor(age / MINUTE_MS))} min`;
  if (age < DAY_MS) return `${formatCount(Math.floor(age / HOUR_MS))} h`;
  const days = Math.floor(age / DAY_MS);
  return `${formatCount(days)} ${plural(days, { one: 'day', other: 'days' })}`;
}
