import type { Queued } from './queue.ts';

/** Two halves of a batch, in the order of arrival. */
export interface Parts<J> {
  readonly parts: readonly [J[], J[]];
  /** Whether no document is in both, so that both can be written at the same time. */
  readonly areApart: boolean;
}

/** Halves a batch of at least two commands, if possible so that no document is in both halves. */
export function inTwo<J extends Queued>(jobs: readonly J[]): Parts<J> {
  const groups = connected(jobs);
  const first: J[] = [];
  const second: J[] = [];
  for (const group of groups) (2 * first.length < jobs.length ? first : second).push(...group);
  if (second.length > 0) return { parts: [first, second], areApart: true };
  const middle = Math.ceil(jobs.length / 2);
  return { parts: [jobs.slice(0, middle), jobs.slice(middle)], areApart: false };
}

/** Groups of commands that hang together by the documents they may change. */
function connected<J extends Queued>(jobs: readonly J[]): Iterable<J[]> {
  const leaders = jobs.map((_, n) => n);
  const leaderOf = (n: number): number => {
    const leader = leaders[n] ?? n;
    return leader === n ? n : leaderOf(leader);
  };
  const holders = new Map<string, number>();
  for (const [n, { locks }] of jobs.entries()) {
    for (const lock of locks) {
      leaders[leaderOf(n)] = leaderOf(holders.get(lock) ?? n);
      holders.set(lock, n);
    }
  }
  const groups = new Map<number, J[]>();
  for (const [n, job] of jobs.entries()) {
    const leader = leaderOf(n);
    const group = groups.get(leader);
    if (group) group.push(job);
    else groups.set(leader, [job]);
  }
  return groups.values();
}
