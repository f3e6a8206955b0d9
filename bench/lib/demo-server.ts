import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATABASE, openOwnDatabase } from './own-database.ts';

/** The built demo with its sample data, on a database of its own. */
export interface DemoServer {
  readonly origin: string;
  stop(): Promise<void>;
}

export const ASHA = { email: 'asha@example.com', password: 'early-bird-asha' };
export const MEERA = { email: 'meera@example.com', password: 'early-bird-meera' };

/** Under a name, because browsers take `localhost` for safe and an address not. */
export async function openDemo(port: number): Promise<DemoServer> {
  const database = await openOwnDatabase();
  const data = await mkdtemp(join(tmpdir(), 'early-bird-visit-'));
  const server = spawn(process.execPath, ['dist/api/server/main.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'development',
      DEMO_MODE: 'on',
      MONGODB_URI: database.uri,
      DATABASE_NAME: DATABASE,
      DATA_DIRECTORY: data,
      PORT: String(port),
      RATE_LIMITS: 'off',
    },
  });
  await ready(server);
  return {
    origin: `http://localhost:${port}`,
    async stop() {
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
      await rm(data, { recursive: true, force: true });
      await database.stop();
    },
  };
}

async function ready({ stdout }: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve) => {
    stdout?.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('is ready')) resolve();
    });
  });
}
