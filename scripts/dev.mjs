// npm run dev: the API and the web app, both started anew when a source changes, on the demo's data.
import { spawn } from 'node:child_process';
import { runCommand } from './lib/fail.mjs';
import { installDependencies } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { requireFreePort } from './lib/port.mjs';
import { inProject, projectDirectory } from './lib/project.mjs';
import { importTypeScript } from './lib/typescript.mjs';

const say = (line) => console.log(line);

await runCommand(async () => {
  requireNode();
  const port = await requireFreePort();
  await installDependencies(say);
  const { provideDatabase } = await importTypeScript('api/database/provide-database.ts');
  // The database belongs to this process and not to the API, which comes and goes with every change.
  const database = await provideDatabase({
    uri: process.env.MONGODB_URI,
    mongodBinary: process.env.MONGOMS_SYSTEM_BINARY,
    databaseName: 'early_bird',
    cacheDirectory: inProject('.cache', 'mongodb'),
    dataDirectory: inProject('.data', 'mongodb'),
    say,
  });
  const environment = { DEMO_MODE: 'true', MONGODB_URI: database.uri, PORT: String(port) };
  const register = ['--import', '@swc-node/register/esm-register'];
  const api = start(['--watch', ...register, 'api/server/main.ts'], environment);
  const client = start([inProject('node_modules/vite/bin/vite.js'), 'client', '--clearScreen', 'false'], {
    API_URL: `http://localhost:${port}`,
  });
  await stopTogether([api, client]);
  await database.stop();
});

function start(words, environment) {
  // In a group of its own a child hears of Ctrl-C from us alone, once, however npm and the terminal pass it on.
  const options = { cwd: projectDirectory, stdio: ['ignore', 'inherit', 'inherit'], detached: true };
  return spawn(process.execPath, words, { ...options, env: { ...process.env, ...environment } });
}

/** Resolves when all children have ended, which they are asked to when one does or Ctrl-C is pressed. */
async function stopTogether(children) {
  const stop = () => children.forEach((child) => child.kill('SIGTERM'));
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
  await Promise.all(
    children.map((child) =>
      new Promise((done) => {
        child.once('error', (error) => done(say(error.message)));
        child.once('close', done);
      }).then(stop),
    ),
  );
}
