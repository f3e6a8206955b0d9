/**
 * npm run bench:gift-cards [-- --cards 10000 --runs 3 --save file]: how long it takes to issue a batch of gift cards, each with its
 * code and its journal, from when somebody lets it begin, beside as many documents that the plain driver writes in the same parts.
 * On a database of its own on this machine, which is gone afterwards. Every card must be there once, with its code and its entry.
 */
import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { ROWS_OF_A_PART } from '../api/domain/job.ts';
import { runJobs } from '../api/services/run-job.ts';
import { startGiftCardBatch } from '../api/services/start-gift-card-batch.ts';
import { steerJob } from '../api/services/steer-job.ts';
import { callerOf, freshKey, openTestApp } from '../tests/support/app.ts';
import { median } from './lib/load.ts';
import { DATABASE, openOwnDatabase } from './lib/own-database.ts';
import { circumstances, decimal } from './lib/report.ts';

const { values } = parseArgs({
  options: {
    cards: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '3' },
    save: { type: 'string' },
  },
});
const cards = Math.min(100_000, Number(values.cards));
const runs = Math.min(20, Number(values.runs));
/** A batch of 10,000 is to take less. */
const GOAL_SECONDS = 10;

const database = await openOwnDatabase();
const app = await openTestApp({ uri: database.uri, name: DATABASE }, {});
const plain = app.database.collection('plain_cards');
const meera = callerOf('ADMIN');

try {
  const ours: number[] = [];
  const written: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    ours.push(await secondsOf(await batch(), goThrough));
    written.push(await secondsOf(run, writePlain));
  }
  const counts = await Promise.all(
    ['gift_cards', 'gift_card_entries', 'gift_codes'].map((name) =>
      app.database.collection(name).countDocuments(),
    ),
  );
  const isWhole = counts.every((count) => count === cards * runs);
  const { version } = (await app.database.db?.admin().serverInfo()) as { version: string };
  const row = (name: string, of: readonly number[]) =>
    `| ${name} | ${decimal(median(of), 2)} | ${decimal(Math.min(...of), 2)} – ${decimal(Math.max(...of), 2)} |`;
  const page = [
    '# Issuing gift cards',
    '',
    `\`npm run bench:gift-cards -- --cards ${cards} --runs ${runs}\``,
    '',
    ...circumstances(version),
    `- afterwards ${isWhole ? 'each card is there once, with its code and its entry' : `there are ${counts.join(', ')} cards, entries and codes`}`,
    '',
    `| ${decimal(cards, 0)} of them | s, median | min – max |`,
    '|---|---:|---:|',
    row('gift cards, each with its code and entry', ours),
    row('documents of the plain driver', written),
    '',
    `Goal: less than ${GOAL_SECONDS} s for 10,000.`,
    '',
  ].join('\n');
  console.log(page);
  if (values.save !== undefined) await writeFile(values.save, page);
  if (!isWhole) process.exitCode = 1;
} finally {
  await app.close();
  await database.stop();
}

async function batch(): Promise<string> {
  const terms = { count: cards, amount: 100_00n, expiresOn: null, reason: 'Bench' };
  const started = await startGiftCardBatch(app, meera, { ...terms, idempotencyKey: freshKey('batch') });
  if ('refused' in started) throw new Error(started.refused.code);
  return started.job.id;
}

async function goThrough(jobId: string): Promise<void> {
  const begun = await steerJob(app, meera, 'resumeJob', { jobId, idempotencyKey: freshKey('begin') });
  if ('refused' in begun) throw new Error(begun.refused.code);
  while ((await runJobs(app)).parts > 0);
}

async function writePlain(run: number): Promise<void> {
  for (let from = 0; from < cards; from += ROWS_OF_A_PART) {
    const size = Math.min(ROWS_OF_A_PART, cards - from);
    const documents = Array.from({ length: size }, (_, n) => ({
      name: `${run}-${from + n}`,
      amount: 100_00n,
    }));
    await plain.insertMany(documents, { writeConcern: { w: 'majority', j: true } });
  }
}

async function secondsOf<T>(of: T, act: (of: T) => Promise<void>): Promise<number> {
  const began = performance.now();
  await act(of);
  return (performance.now() - began) / 1_000;
}
