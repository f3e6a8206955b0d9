import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { CheckedLog } from './checked-log.ts';

/** A server in a process of its own, as far as it speaks. */
export interface SpeakingServer {
  /** What it logs. Whoever stops it asks whether that is discreet. */
  readonly log: CheckedLog;
  /** Where it listens, once it says so; the announcement is the last thing before it can be used. */
  readonly port: Promise<number>;
}

const ANNOUNCED = /GraphQL\s+http:\/\/[^:]+:(\d+)\//;

/**
 * Reads to the end what a server says that was started with pipes for its output. Each line of its log is kept. What else it says is
 * for whoever started it: the demo names its people and their passwords. What it says of its own fall is repeated.
 */
export function listenTo(child: ChildProcess): SpeakingServer {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('The server has no output to read from.');
  const log = new CheckedLog();
  const port = new Promise<number>((resolve, reject) => {
    readLines(stdout, log, (line) => {
      const announced = ANNOUNCED.exec(line)?.[1];
      if (announced !== undefined) resolve(Number(announced));
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready.`)));
  });
  readLines(stderr, log, (line) => console.error(line));
  return { log, port };
}

function readLines(mouth: Readable, log: CheckedLog, otherwise: (line: string) => void): void {
  createInterface({ input: mouth }).on('line', (line) =>
    line.startsWith('{') ? log.write(`${line}\n`) : otherwise(line),
  );
}
