import { existsSync, readFileSync } from 'node:fs';
import filePlugin from '@size-limit/file';
import sizeLimit from 'size-limit';
import { Problem } from './fail.mjs';
import { inProject } from './project.mjs';

const KIB = 1024;

/** The words at the door and those behind it, of each language: a visitor has those of one, and the largest count. */
const LANGUAGE = /^app\/languages\/(door|inside)\/(\w+)\.ts$/;

/** What a browser may have to download, in KiB as the server sends it to one that knows brotli. */
const LIMITS = {
  /** Page, scripts and type of the sign-in page. */
  signIn: 110,
  /** The same with the balance of somebody who is signed in. */
  balance: 180,
  route: 30,
  shared: 60,
};

/** What the build calls the part for everybody, and the one for those who are signed in (client/build/chunks.ts). */
const EVERYBODY = 'first';
const SIGNED_IN = 'signed-in';

/** Measures the built web app and fails when a part of it has grown over its limit. */
export async function checkBundleBudget(say) {
  const checks = budgetOf(readManifest());
  const sizes = await sizeLimit([filePlugin], {
    checks: checks.map(({ files }) => ({ files, brotli: true })),
  });
  const measured = checks.map((check, index) => ({ ...check, kib: sizes[index].size / KIB }));
  for (const { name, kib, limit } of measured) {
    say(`${kib.toFixed(1).padStart(7)} of ${String(limit).padStart(3)} KiB  ${name}`);
  }
  const over = measured.filter(({ kib, limit }) => kib > limit);
  if (over.length > 0) throw new Problem(`Too large: ${over.map(({ name }) => name).join(', ')}.`);
  return { passed: measured.length, failed: 0 };
}

/** One check each for the sign-in page and for the balance, whole, and one for each part that comes later. */
function budgetOf(manifest) {
  const first = withImports(manifest, keyOf(manifest, EVERYBODY));
  const balance = withImports(manifest, keyOf(manifest, SIGNED_IN), new Set(first));
  const later = Object.entries(manifest).filter(
    ([key, { file }]) => !balance.has(key) && !LANGUAGE.test(key) && file.endsWith('.js'),
  );
  const languages = languagesOf(manifest);
  // The page carries the styles of the first screens itself.
  const door = ['index.html', ...fontsOf(manifest), ...[...first].map((key) => manifest[key].file)];
  const inside = [...balance].filter((key) => !first.has(key)).flatMap((key) => filesOf(manifest[key]));
  return [
    ...languages.flatMap(([language, words]) => [
      {
        name: `the sign-in page, in ${language}`,
        limit: LIMITS.signIn,
        files: [...door, words.door].map(built),
      },
      {
        name: `the balance of somebody signed in, in ${language}`,
        limit: LIMITS.balance,
        files: [...door, ...inside, words.door, words.inside].map(built),
      },
    ]),
    ...later.map(([key, part]) => ({
      name: part.isDynamicEntry ? key : `shared: ${part.file}`,
      limit: part.isDynamicEntry ? LIMITS.route : LIMITS.shared,
      files: filesOf(part).map(built),
    })),
  ];
}

/** The files with the words of each language. */
function languagesOf(manifest) {
  const languages = {};
  for (const [key, { file }] of Object.entries(manifest)) {
    const [, part, language] = LANGUAGE.exec(key) ?? [];
    if (language !== undefined) languages[language] = { ...languages[language], [part]: file };
  }
  return Object.entries(languages);
}

function filesOf({ file, css = [] }) {
  return [file, ...css];
}

function fontsOf(manifest) {
  const files = Object.values(manifest).flatMap(({ file, assets = [] }) => [file, ...assets]);
  return [...new Set(files.filter((file) => file.endsWith('.woff2')))];
}

function keyOf(manifest, name) {
  const isPart = ([, part]) => part.name === name && part.file.endsWith('.js');
  const [key] = Object.entries(manifest).find(isPart) ?? [];
  if (key === undefined) throw new Problem(`The build has no part that is called ${name}.`);
  return key;
}

/** The keys of a part and of everything it imports at once, which the browser must have before it runs. */
function withImports(manifest, key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of manifest[key].imports ?? []) withImports(manifest, imported, seen);
  return seen;
}

function built(file) {
  return inProject('dist', 'client', ...file.split('/'));
}

function readManifest() {
  const path = built('.vite/manifest.json');
  if (!existsSync(path)) throw new Problem('The web app is not built: npm run build:client');
  return JSON.parse(readFileSync(path, 'utf8'));
}
