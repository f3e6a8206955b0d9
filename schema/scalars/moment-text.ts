const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Between them every year is written with four digits. */
const [FIRST, LAST] = [Date.parse('0000-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')];
const TWO_DIGITS = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));
const THREE_DIGITS = Array.from({ length: 1_000 }, (_, n) => String(n).padStart(3, '0'));

/** Moments of pages are of a few days again and again: the date of each is written once, until a day takes its place. */
const DAYS_KEPT = 512;
const written = Array.from({ length: DAYS_KEPT }, () => ({ day: NaN, text: '' }));

/** A moment in epoch milliseconds as ISO 8601 in UTC, as `Date` writes it, in a sixth of the time. */
export function momentText(at: number): string {
  // Whatever is not a moment of ours is the platform's to write or refuse.
  if (!Number.isInteger(at) || at < FIRST || at > LAST) return new Date(at).toISOString();
  const day = Math.floor(at / DAY);
  // The bars keep these numbers small integers, of which remainders are cheap.
  const time = (at - day * DAY) | 0;
  const hours = TWO_DIGITS[(time / HOUR) | 0];
  const minutes = TWO_DIGITS[((time % HOUR) / MINUTE) | 0];
  const seconds = TWO_DIGITS[((time % MINUTE) / 1_000) | 0];
  return `${dateText(day)}${hours}:${minutes}:${seconds}.${THREE_DIGITS[time % 1_000]}Z`;
}

/** Of a day, counted since the beginning of 1970. */
function dateText(day: number): string {
  const place = day & (DAYS_KEPT - 1);
  const known = written[place];
  if (known?.day === day) return known.text;
  const text = new Date(day * DAY).toISOString().slice(0, 11);
  written[place] = { day, text };
  return text;
}
