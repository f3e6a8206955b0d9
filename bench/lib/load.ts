import { performance } from 'node:perf_hooks';
import type { CpuClock } from './cpu.ts';

/** One way of doing the same work, by a number of callers at once, each waiting for its answer before it goes on. */
export interface Contender {
  readonly name: string;
  readonly callers: number;
  /** How many of what is counted it does at once; one unless it says so. */
  readonly times?: number;
  /** What it does once before it is measured. */
  ready?(): Promise<void>;
  /** Does it once; it is done when it returns. `step` is different for every call. */
  act(step: number): Promise<void>;
}

export interface Measured {
  readonly perSecond: number;
  /** Of the middle call, in milliseconds. */
  readonly medianMs: number;
  /** CPU time each took in microseconds, by process. */
  readonly cpu: Readonly<Record<string, number>>;
}

let steps = 0;

/** Keeps all callers busy for a time, and counts what was acknowledged in it. */
export async function measure(contender: Contender, milliseconds: number, cpu: CpuClock): Promise<Measured> {
  await contender.ready?.();
  const latencies: number[] = [];
  const before = cpu.read();
  const started = performance.now();
  const end = started + milliseconds;
  await Promise.all(
    Array.from({ length: contender.callers }, async () => {
      for (let now = performance.now(); now < end;) {
        await contender.act((steps += 1));
        const answered = performance.now();
        latencies.push(answered - now);
        now = answered;
      }
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  const count = latencies.length * (contender.times ?? 1);
  return {
    perSecond: count / seconds,
    medianMs: median(latencies),
    cpu: Object.fromEntries(
      Object.entries(cpu.read()).map(([name, spent]) => [name, (spent - (before[name] ?? 0)) / count]),
    ),
  };
}

export interface Race {
  readonly milliseconds: number;
  readonly rounds: number;
  /** Who runs for a while before anything is measured; left out, all of them. */
  readonly warmUp?: readonly Contender[];
}

const WARM_UP_MS = 2_000;

/** A B … B A in every round, so that a machine that grows slower or faster does so for all. */
export async function race(
  all: readonly Contender[],
  { milliseconds, rounds, warmUp = all }: Race,
  cpu: CpuClock,
): Promise<Map<string, Measured[]>> {
  for (const contender of warmUp) await measure(contender, WARM_UP_MS, cpu);
  const results = new Map<string, Measured[]>(all.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const contender of [...all, ...all.toReversed()])
      results.get(contender.name)?.push(await measure(contender, milliseconds, cpu));
    console.error(`Round ${round} of ${rounds} done`);
  }
  return results;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
