import { formatMonth } from '../format/date.ts';

export interface Month<T> {
  name: string;
  entries: T[];
}

/** Entries in their given order, cut wherever the month changes. */
export function groupByMonth<T extends { createdAt: string }>(entries: readonly T[]): Month<T>[] {
  const months: Month<T>[] = [];
  for (const entry of entries) {
    const name = formatMonth(entry.createdAt);
    const last = months.at(-1);
    if (last?.name === name) last.entries.push(entry);
    else months.push({ name, entries: [entry] });
  }
  return months;
}
