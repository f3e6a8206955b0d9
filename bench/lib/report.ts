import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { median, type Measured } from './load.ts';

export type Results = ReadonlyMap<string, readonly Measured[]>;

/** A ratio of two contenders, round by round, and what it should reach. */
export interface Goal {
  readonly over: string;
  readonly under: string;
  readonly atLeast: number;
}

/** The figures as a page of Markdown. */
export function report(results: Results, goals: readonly Goal[], about: readonly string[]): string {
  return [
    ...about,
    '',
    '| | debits/s, median | min – max | middle call, ms | CPU µs per debit |',
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
  const driver = JSON.parse(readFileSync('node_modules/mongodb/package.json', 'utf8')) as { version: string };
  return [
    `- commit ${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', 'api') === '' ? '' : ' with changes'}`,
    `- Node ${process.version}, MongoDB ${mongodb} (one member, majority and journaled), driver ${driver.version}`,
    `- ${cpus().length} cores for everything: ${cpu?.model.trim() ?? 'unknown'}`,
  ];
}

function row(name: string, measured: readonly Measured[]): string {
  const rates = measured.map(({ perSecond }) => perSecond);
  const latency = median(measured.map(({ medianMs }) => medianMs)).toFixed(1);
  const programs = Object.keys(measured[0]?.cpu ?? {});
  const cpu = programs.map((program) => {
    const each = median(measured.map((one) => one.cpu[program] ?? Number.NaN));
    return `${program} ${each.toFixed(0)}`;
  });
  return `| ${name} | ${whole(median(rates))} | ${range(rates, whole)} | ${latency} | ${cpu.join(', ')} |`;
}

function ratioRow(results: Results, { over, under, atLeast }: Goal): string {
  const [a = [], b = []] = [results.get(over), results.get(under)];
  const ratios = a.map(({ perSecond }, round) => perSecond / (b[round]?.perSecond ?? Number.NaN));
  const times = (ratio: number) => `${ratio.toFixed(2)}×`;
  return `| ${over} ÷ ${under} | ${times(median(ratios))} | ${range(ratios, times)} | ≥ ${atLeast}× |`;
}

function range(values: readonly number[], print: (value: number) => string): string {
  return `${print(Math.min(...values))} – ${print(Math.max(...values))}`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-IN');
}

function git(...words: string[]): string {
  try {
    return execFileSync('git', words, { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
