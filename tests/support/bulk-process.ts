import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BulkMode } from '../../api/domain/bulk-credit.ts';
import type { TestDatabase } from './database.ts';

/** A bulk credit of the same amount for many customers, under a key. */
export interface BulkPlan extends TestDatabase {
  readonly customers: readonly string[];
  readonly mode: BulkMode;
  readonly key: string;
}

/** Lets a process of its own make a bulk credit, and kills it as a power cut would once it has said a word so often. */
export function killedWhile(plan: BulkPlan, word: 'BEGUN' | 'COMMITTED', times = 1): Promise<void> {
  return killed('bulk-worker.ts', plan, word, times);
}

/** The same of a process that works through the files which are there. */
export function killedAtFiles(at: TestDatabase, word: 'BEGUN' | 'COMMITTED', times = 1): Promise<void> {
  return killed('job-worker.ts', at, word, times);
}

async function killed(file: string, plan: TestDatabase, word: string, times: number): Promise<void> {
  const program = join(__dirname, file);
  const words = ['--import', '@swc-node/register/esm-register', program, JSON.stringify(plan)];
  const worker = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(worker, 'close');
  let errors = '';
  let heard = 0;
  worker.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  for await (const line of createInterface({ input: worker.stdout })) {
    if (line === word) heard += 1;
    if (heard === times) break;
  }
  worker.kill('SIGKILL');
  await ended;
  if (heard < times) throw new Error(`The process said ${word} ${heard} times: ${errors}`);
}
