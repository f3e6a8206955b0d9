import { formatMonth, indiaDay } from '../../../format/date.ts';

export interface Month<T> {
  /** As the server names it: "2026-11". */
  key: string;
  name: string;
  entries: T[];
}

/** Entries in their given order, cut wherever the month changes. */
export function groupByMonth<T extends { createdAt: string }>(entries: readonly T[]): Month<T>[] {
  const months: Month<T>[] = [];
  for (const entry of entries) {
    const key = indiaDay(entry.createdAt).slice(0, 7);
    const last = months.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else months.push({ key, name: formatMonth(entry.createdAt), entries: [entry] });
  }
  return months;
}
