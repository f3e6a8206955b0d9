import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CheckedLog } from './checked-log.ts';
import type { TestDatabase } from './database.ts';

export interface DemoServer {
  readonly origin: string;
  /** What it logs: nobody's business stays out of it, and nothing went wrong, or stopping it fails. */
  readonly log: CheckedLog;
  stop(): Promise<void>;
}

const root = join(__dirname, '..', '..');

/** The built product in demo mode, in a process of its own, on a free port: what a browser test talks to. */
export async function startDemoServer(database: TestDatabase): Promise<DemoServer> {
  const data = mkdtempSync(join(tmpdir(), 'early-bird-demo-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['dist/api/server/main.js'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'development',
      DEMO_MODE: 'on',
      MONGODB_URI: database.uri,
      DATABASE_NAME: database.name,
      DATA_DIRECTORY: data,
      PORT: String(port),
      RATE_LIMITS: 'off',
    },
  });
  const log = new CheckedLog();
  listen(child, log);
  await ready(child);
  const stop = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    rmSync(data, { recursive: true, force: true });
    log.mustBeDiscreet();
    log.mustBeUntroubled();
  };
  return { origin: `http://localhost:${port}`, log, stop };
}

/** Each line of its log by itself. What else it says is for whoever started it: the demo names its people and their passwords. */
function listen({ stdout, stderr }: ChildProcess, log: CheckedLog): void {
  for (const mouth of [stdout, stderr])
    if (mouth)
      createInterface({ input: mouth }).on('line', (line) => line.startsWith('{') && log.write(line));
}

/** The announcement is the last thing that the server does before it can be used. */
async function ready(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('is ready')) resolve();
    });
    child.once('exit', (code) =>
      reject(new Error(`The server ended with ${code} before it was ready:\n${said}`)),
    );
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
