// npm run demo: from a fresh clone to a running wallet with sample data. With --reset it starts over.
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { openShop } from '../examples/shop/server.mjs';
import { signedIn } from '../examples/shop/sign-in.mjs';
import { buildApi, buildClient } from './lib/build.mjs';
import { Problem, runCommand } from './lib/fail.mjs';
import { installDependencies } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { requireFreePort } from './lib/port.mjs';
import { demoDataDirectory, inProject, projectDirectory } from './lib/project.mjs';

/** npm passes Ctrl-C on to a process that the terminal has told already, so for this long it is one wish. */
const SAME_WISH_MS = 2_000;

const say = (line) => console.log(line);

await runCommand(async () => {
  requireNode();
  const port = await requireFreePort();
  await installDependencies(say);
  await buildApi(say);
  await buildClient(say, { demo: true });
  if (process.argv.includes('--reset')) await deleteDemoData();
  outliveRepeatedSignals();
  await startServer(port, await openExampleShop(port));
});

/** Beside the wallet, in the same process; left out where its port is taken. */
async function openExampleShop(port) {
  const url = `http://localhost:${port}`;
  const secret = randomBytes(32).toString('hex');
  const token = signedIn({ url, email: 'ravi@example.com', password: 'early-bird-ravi' });
  try {
    const { origin } = await openShop({ port: port + 1, url, token, secret });
    return { CHECKOUT_RETURN_ORIGINS: origin, CHECKOUT_SECRET: secret };
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    say(`Example shop: left out, because port ${port + 1} is taken`);
    return {};
  }
}

async function deleteDemoData() {
  const module = inProject('dist/modules/api/database/release-data.js');
  const { releaseData } = await import(pathToFileURL(module).href);
  const user = await releaseData(inProject('.data', 'mongodb'));
  if (user !== undefined) {
    throw new Problem(`The demo is running as process ${user}. Stop it with Ctrl-C, then start over.`);
  }
  rmSync(demoDataDirectory, { recursive: true, force: true });
  say('Data: deleted, starting over');
}

/** The server runs in this very process, so there is no second one that a killed terminal could leave behind. */
async function startServer(port, shop) {
  process.chdir(projectDirectory);
  Object.assign(process.env, {
    NODE_ENV: 'development',
    DEMO_MODE: 'true',
    DATA_DIRECTORY: demoDataDirectory,
    PORT: String(port),
    // Links in mails lead to where the others of this page lead, and to the session that somebody has there.
    PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}`,
    ...shop,
  });
  if (!process.env.MONGODB_URI) process.env.EMBEDDED_DATABASE = 'true';
  await import(pathToFileURL(inProject('dist/api/server/main.js')).href);
}

function outliveRepeatedSignals() {
  let first;
  const note = (name) => {
    const serverListens = process.listenerCount(name) > 1;
    if (first === undefined ? !serverListens : Date.now() - first > SAME_WISH_MS) process.exit(130);
    first ??= Date.now();
  };
  process.on('SIGINT', note).on('SIGTERM', note);
}
