import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Problem } from './fail.mjs';
import { inProject } from './project.mjs';

/** The rooms that steps of their own run. */
const OTHER_STEPS = ['client', 'browser', 'model'];

/** Rooms that all load the whole API and then take little time: loading it once for them all saves as much again. */
const SHARING = ['attacks', 'contract', 'jobs', 'payments', 'permissions', 'scenarios'];

/**
 * What runs on the second Node as well: of every room the tests that lean most on what Node brings along, such as dates and
 * number formats, cryptography, streams, sockets and processes. `operations` sends every ready-made document.
 */
const ON_SECOND_NODE = {
  api: ['deduct-credits', 'transactions', 'malformed-input'],
  architecture: ['walls'],
  attacks: ['attacks'],
  audit: ['audit'],
  contract: ['contract', 'operations'],
  database: ['after-a-crash', 'unpack-wheel'],
  domain: ['calendar', 'money', 'wallet-laws'],
  identity: ['external-issuer', 'sign-in'],
  jobs: ['expiry-job'],
  ledger: ['engine', 'killed-process'],
  payments: ['notifications', 'razorpay'],
  permissions: ['matrix'],
  persistence: ['round-trip', 'set-up'],
  scenarios: ['sample-data'],
  server: ['export', 'fast-path', 'http', 'start'],
  services: ['bulk'],
  suite: ['cpu-meter'],
};

/** The journeys in a browser, which share a running shop when they are together. */
export function browserRoom() {
  return [{ name: 'browser', files: testFilesOf('browser') }];
}

/** The web app's tests. What is about the demo's build imports that before the app is loaded, so it is on its own. */
export function clientRooms() {
  const files = testFilesOf('client');
  const isOfTheDemo = (file) => readFileSync(inProject(file), 'utf8').includes("/support/demo-build.ts';");
  const isScreen = (file) => /^tests\/client\/(app|features|offline)\//.test(file) && !isOfTheDemo(file);
  return [
    { name: 'screens', files: files.filter(isScreen) },
    { name: 'demo', files: files.filter(isOfTheDemo) },
    { name: 'rest', files: files.filter((file) => !isScreen(file) && !isOfTheDemo(file)) },
  ];
}

/** The folders under tests/ that hold API tests, with the files of each. */
export function rooms() {
  return readdirSync(inProject('tests'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !OTHER_STEPS.includes(entry.name))
    .map(({ name }) => ({ name, files: testFilesOf(name) }))
    .filter(({ files }) => files.length > 0);
}

/** Rooms as they are run: some of them together, as if they were one. */
export function sharing(rooms) {
  const apart = rooms.filter(({ name }) => !SHARING.includes(name));
  const together = rooms.filter(({ name }) => SHARING.includes(name)).flatMap(({ files }) => files);
  return [...apart, { name: 'sharing', files: together }];
}

/** The same folders with the files of each that run on the second Node. Throws where a room has none. */
export function partOfEveryRoom() {
  const part = rooms().map(({ name, files }) => {
    const chosen = (ON_SECOND_NODE[name] ?? []).map((file) => `tests/${name}/${file}.test.ts`);
    const missing = chosen.filter((file) => !files.includes(file));
    if (missing.length > 0)
      throw new Problem(`There is no ${missing.join(', ')} for the second Node to run.`);
    return { name, files: chosen };
  });
  const left = part.filter(({ files }) => files.length === 0).map(({ name }) => name);
  if (left.length === 0) return part;
  throw new Problem(`Say in scripts/lib/rooms.mjs what the second Node runs of ${left.join(', ')}.`);
}

/**
 * Writes one file for each room that takes in all its test files, and returns the folder. Jest loads every module again for
 * every file that it runs: with the API's some hundred packages, that took longer than the tests themselves. The
 * files of a room share what they load, and only that: each still opens its own database and what it needs.
 */
export function writeRooms(project, chosen) {
  const folder = inProject('.cache', 'rooms', project);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, files } of chosen) {
    const blocks = files.map((file) => {
      const path = relative(folder, inProject(file)).replaceAll('\\', '/');
      return `describe('${file}', () => void require('${path}'));\n`;
    });
    writeFileSync(join(folder, `${name}.test.ts`), blocks.join(''));
  }
  return folder;
}

function testFilesOf(room) {
  return readdirSync(inProject('tests', room), { recursive: true })
    .map((path) => `tests/${room}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.test\.tsx?$/.test(path))
    .sort();
}
