/**
 * npm run bench [-- --only deduct]: all that speed is judged by, one after the other in under twenty minutes, on servers and
 * databases of their own. Each page of figures is kept in `bench/results`. On a machine that does other things besides, the ratios
 * hold and the figures do not.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { decimal } from './lib/report.ts';

/** By the name of their program, with what keeps them short. */
const BENCHES: readonly (readonly [name: string, words: readonly string[]])[] = [
  ['deduct', ['--seconds', '2', '--rounds', '5']],
  ['reads', ['--seconds', '2', '--rounds', '5']],
  ['work', ['--wallets', '100000', '--runs', '15']],
  ['start', ['--runs', '9']],
  ['history', ['--short', '1000', '--long', '1000000', '--runs', '40']],
  ['programme', ['--wallets', '1000000', '--runs', '7']],
];

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });

for (const [name, words] of BENCHES.filter(([name]) => name.includes(values.only))) {
  const started = performance.now();
  console.error(`bench/${name}.ts ${words.join(' ')}`);
  const child = spawn(process.execPath, ['scripts/run.mjs', `bench/${name}.ts`, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const page = await text(child.stdout);
  const [code] = (await ended) as [number | null];
  console.log(page);
  console.error(`bench/${name}.ts took ${decimal((performance.now() - started) / 1_000, 0)} s`);
  if (code === 0) await writeFile(`bench/results/${name}.md`, await format(page, { parser: 'markdown' }));
  else process.exitCode = 1;
}
