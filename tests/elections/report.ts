import type { Election } from './hold-elections.ts';
import type { Till } from './till.ts';

/** What was answered, how often something had to be sent again and why, and how long nobody was answered at each election. */
export function reportOf(tills: readonly Till[], elections: readonly Election[]): string {
  const completed = tills.flatMap((till) => till.completed);
  const before = completed.flatMap((call) => call.before);
  const again = completed.filter((call) => call.before.length > 0);
  const times = completed.map(({ at }) => at).sort((a, b) => a - b);
  return [
    `calls answered: ${completed.length}, of them after sending again: ${again.length}, found done by then: ${again.filter(({ replayed }) => replayed).length}`,
    `by kind: ${tally(completed.map(({ call }) => call.name))}`,
    `answers before the last: ${tally(before)}`,
    ...(['STEP_DOWN', 'KILL'] as const).map((kind) => {
      const gaps = elections.flatMap((one, n) =>
        one.kind === kind ? [longestGap(times, one.at, elections[n + 1]?.at ?? Infinity)] : [],
      );
      return `${kind}: ${gaps.length} elections, longest time without any answer: ${spread(gaps)}`;
    }),
  ].join('\n');
}

/** The longest time without an answer between one election and the next, in milliseconds. */
function longestGap(times: readonly number[], at: number, until: number): number {
  const near = [at, ...times.filter((time) => time >= at && time <= until)];
  return Math.max(0, ...near.slice(1).map((time, n) => time - (near[n] ?? time)));
}

function spread(gaps: readonly number[]): string {
  const sorted = [...gaps].sort((a, b) => a - b).map((gap) => `${(gap / 1_000).toFixed(1)} s`);
  if (sorted.length === 0) return 'none';
  return `${sorted[0]} at best, ${sorted[Math.floor(sorted.length / 2)]} in the middle, ${sorted.at(-1)} at worst`;
}

function tally(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${word} ${count}`).join(', ') || 'none';
}
