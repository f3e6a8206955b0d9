import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { cpus, loadavg } from 'node:os';
import { median, type Measured } from './load.ts';

const require = createRequire(import.meta.url);

export type Results = ReadonlyMap<string, readonly Measured[]>;

/** A ratio of two contenders, round by round, and what it should reach. */
export interface Goal {
  readonly over: string;
  readonly under: string;
  readonly atLeast: number;
}

/** The figures as a page of Markdown. `unit` is what was counted, in the plural. */
export function report(
  results: Results,
  goals: readonly Goal[],
  about: readonly string[],
  unit = 'debits',
): string {
  return [
    ...about,
    '',
    `| | ${unit}/s, median | min – max | middle call, ms | CPU µs each |`,
    '|---|---:|---:|---:|---|',
    ...[...results].map(([name, measured]) => row(name, measured)),
    '',
    '| ratio, round by round | median | min – max | goal |',
    '|---|---:|---:|---:|',
    ...goals.map((goal) => ratioRow(results, goal)),
    '',
  ].join('\n');
}

/** Commit, versions and machine, without which the figures mean nothing. */
export function circumstances(mongodb: string): string[] {
  const [cpu] = cpus();
  const driver = createRequire(require.resolve('mongoose'))('mongodb/package.json') as { version: string };
  return [
    `- commit ${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', 'api') === '' ? '' : ' with changes'}`,
    `- Node ${process.version}, MongoDB ${mongodb} (one member, majority and journaled), driver ${driver.version}`,
    `- ${cpus().length} cores for everything: ${cpu?.model.trim() ?? 'unknown'}`,
    // What else a machine does takes its share of the figures: the ratios hold, as both sides meet it alike.
    `- the load of the whole machine in the end: ${decimal(loadavg()[0] ?? Number.NaN, 1)}`,
  ];
}

function row(name: string, measured: readonly Measured[]): string {
  const rates = measured.map(({ perSecond }) => perSecond);
  const latency = decimal(median(measured.map(({ medianMs }) => medianMs)), 1);
  const programs = Object.keys(measured[0]?.cpu ?? {});
  const cpu = programs.map((program) => {
    const each = median(measured.map((one) => one.cpu[program] ?? Number.NaN));
    return `${program} ${whole(each)}`;
  });
  return `| ${name} | ${whole(median(rates))} | ${range(rates, whole)} | ${latency} | ${cpu.join(', ')} |`;
}

function ratioRow(results: Results, { over, under, atLeast }: Goal): string {
  const [a = [], b = []] = [results.get(over), results.get(under)];
  if (a.length === 0 || b.length === 0) return `| ${over} ÷ ${under} | not measured | | ≥ ${atLeast}× |`;
  const ratios = a.map(({ perSecond }, round) => perSecond / (b[round]?.perSecond ?? Number.NaN));
  const times = (ratio: number) => `${decimal(ratio, 2)}×`;
  return `| ${over} ÷ ${under} | ${times(median(ratios))} | ${range(ratios, times)} | ≥ ${atLeast}× |`;
}

function range(values: readonly number[], print: (value: number) => string): string {
  return `${print(Math.min(...values))} – ${print(Math.max(...values))}`;
}

function whole(value: number): string {
  return decimal(value, 0);
}

export function decimal(value: number, places: number): string {
  return value.toLocaleString('en-IN', { minimumFractionDigits: places, maximumFractionDigits: places });
}

function git(...words: string[]): string {
  try {
    return execFileSync('git', words, { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
