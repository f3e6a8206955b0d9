import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Say } from './types.ts';

/** How many of its last errors are told: enough for the cause and for what it says of where it was. */
const ERRORS_TOLD = 20;
const LONGEST_LINE = 600;
/** mongod writes each line of its log as JSON, with how severe it is under `s`. */
const ERROR_LINE = /"s":"[EF]"/;

/**
 * Says how mongod ended and which errors it wrote before, when it does although nobody asked it to: without it all
 * that its users see is a refused connection.
 */
export function tellOfAnEarlyEnd(mongod: ChildProcess, isAskedTo: () => boolean, say: Say): void {
  const errors: string[] = [];
  if (mongod.stdout !== null) {
    createInterface({ input: mongod.stdout }).on('line', (line) => {
      if (!ERROR_LINE.test(line)) return;
      errors.push(line.slice(0, LONGEST_LINE));
      if (errors.length > ERRORS_TOLD) errors.shift();
    });
  }
  mongod.once('close', (code, signal) => {
    if (isAskedTo()) return;
    const how = signal === null ? `exit code ${String(code)}` : signal;
    say(`MongoDB: process ${String(mongod.pid)} ended without being asked to (${how})`);
    for (const error of errors) say(`MongoDB: ${error}`);
  });
}
