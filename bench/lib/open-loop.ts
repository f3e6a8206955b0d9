import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Contender } from './load.ts';

/** How long answers took that were asked for at a steady pace, in milliseconds from when they were due to be asked for. */
export interface Latencies {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/**
 * Asks so many times a second whether or not answers come, as customers do who know nothing of each other. What has to wait
 * for a free caller has waited all the same.
 */
export async function atPace(
  contender: Contender,
  perSecond: number,
  milliseconds: number,
): Promise<Latencies> {
  await contender.ready?.();
  const asked = Math.floor((perSecond * milliseconds) / 1_000);
  const latencies: number[] = [];
  const started = performance.now();
  const dueAt = (n: number) => started + (n * 1_000) / perSecond;
  let next = 0;
  const caller = async () => {
    while (next < asked) {
      const n = next;
      next += 1;
      const early = dueAt(n) - performance.now();
      if (early > 0) await sleep(early);
      // A pace of its own: far from those of all other runs, whose steps are counted from one.
      await contender.act(FAR + (steps += 1));
      latencies.push(performance.now() - dueAt(n));
    }
  };
  await Promise.all(Array.from({ length: contender.callers }, caller));
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { perSecond, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

const FAR = 1_000_000_000;
let steps = 0;
