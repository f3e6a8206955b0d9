/** Dates as people in India write them, asked of the time zone database: slow, and nothing to get wrong. */
const written = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Kolkata',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The date in India, as `2026-03-10`. */
export function indianDate(at: number): string {
  const [day, month, year] = written.format(at).split('/');
  return `${year}-${month}-${day}`;
}

export function lastMomentOf(date: string): number {
  return Date.parse(`${date}T23:59:59.999+05:30`);
}

export function daysAfter(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** The months that count for a year of spending: this one and the eleven before, as `2026-03`. */
export function lastTwelveMonths(date: string): string[] {
  let year = Number(date.slice(0, 4));
  let month = Number(date.slice(5, 7));
  const months: string[] = [];
  while (months.length < 12) {
    months.push(`${year}-${String(month).padStart(2, '0')}`);
    month -= 1;
    if (month === 0) {
      month = 12;
      year -= 1;
    }
  }
  return months;
}
