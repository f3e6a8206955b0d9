import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from './child.mjs';
import { inProject, projectDirectory } from './project.mjs';

/** The built demo with a fresh sample shop, on a free port, for as long as a script needs it. */
export async function openDemoShop(mongodbUri) {
  const data = mkdtempSync(join(tmpdir(), 'early-bird-screens-'));
  const port = await freePort();
  const environment = {
    NODE_ENV: 'development',
    DEMO_MODE: 'on',
    MONGODB_URI: mongodbUri,
    DATABASE_NAME: 'screens',
    DATA_DIRECTORY: data,
    PORT: String(port),
    RATE_LIMITS: 'off',
  };
  const server = spawn(process.execPath, ['dist/api/server/main.js'], {
    cwd: projectDirectory,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  await ready(server);
  return {
    origin: `http://localhost:${port}`,
    /** A token for a customer of the sample shop who has no password. */
    tokenOf: (customerId) => tokenOf(customerId, environment),
    async close() {
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function tokenOf(customerId, environment) {
  const words = ['api/scripts/token.ts', '--role', 'customer', '--customer', customerId];
  const { exitCode, output } = await runNode(inProject('scripts/run.mjs'), words, {
    environment,
    quiet: true,
  });
  if (exitCode !== 0) throw new Error(`There is no token for ${customerId}:\n${output}`);
  return output.trim().split('\n').at(-1);
}

function ready(server) {
  return new Promise((done, failed) => {
    let said = '';
    server.stdout.on('data', (chunk) => {
      said += chunk.toString();
      if (said.includes('is ready')) done();
    });
    server.once('exit', (code) =>
      failed(new Error(`The demo ended with ${code} before it was ready:\n${said}`)),
    );
  });
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
