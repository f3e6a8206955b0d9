import { rmSync } from 'node:fs';
import { Problem } from './fail.mjs';
import { runNode } from './child.mjs';
import { inProject } from './project.mjs';
import { makeWhenStale } from './stale.mjs';

const PACKAGES = ['package.json', 'package-lock.json', 'tsconfig.json'];
const DELETE = { recursive: true, force: true };

/** Builds what the server runs from, if it is stale. */
export async function buildApi(say) {
  const made = await makeWhenStale({
    name: 'api',
    inputs: ['api', 'schema', 'tsconfig.build.json', 'scripts/bundle-server.mjs', ...PACKAGES],
    result: 'dist/api/server/main.js',
    make: async () => {
      // The compiler's notes would let it skip files that are gone, and keep those whose source is.
      rmSync(inProject('dist', 'modules'), DELETE);
      // What it writes is the same without looking at types, which the tests do, in half the time.
      const words = ['-p', 'tsconfig.build.json', '--noCheck'];
      await build(say, 'API', 'node_modules/typescript/bin/tsc', words);
      await build(say, 'API, in one file', 'scripts/bundle-server.mjs', []);
    },
  });
  if (!made) say('API: built already');
}

/** Builds the web app, if it is stale. Only that of the demo offers the sign-in of the sample people. */
export async function buildClient(say, { demo }) {
  const environment = { VITE_DEMO: demo ? '1' : '' };
  const made = await makeWhenStale({
    name: 'client',
    inputs: ['client', ...PACKAGES],
    settings: JSON.stringify(environment),
    result: 'dist/client/index.html',
    make: () => build(say, 'Web app', 'node_modules/vite/bin/vite.js', ['build', 'client'], environment),
  });
  if (!made) say('Web app: built already');
}

async function build(say, what, script, words, environment = {}) {
  say(`${what}: building it`);
  const options = { quiet: true, environment: { ...environment, NODE_ENV: 'production' } };
  const { exitCode, output } = await runNode(inProject(script), words, options);
  if (exitCode !== 0) throw new Problem(`${what}: the build failed.\n${output.trim()}`);
}
