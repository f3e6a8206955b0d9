import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckedLog } from './checked-log.ts';
import type { TestDatabase } from './database.ts';
import { listenTo } from './server-process.ts';

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
  const origin = `http://localhost:${port}`;
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
      PUBLIC_URL: origin,
      RATE_LIMITS: 'off',
    },
  });
  const { log, port: announced } = listenTo(child);
  await announced;
  const stop = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    rmSync(data, { recursive: true, force: true });
    log.mustBeDiscreet();
    log.mustBeUntroubled();
  };
  return { origin, log, stop };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
