import { existsSync, readFileSync } from 'node:fs';
import filePlugin from '@size-limit/file';
import sizeLimit from 'size-limit';
import { Problem } from './fail.mjs';
import { inProject } from './project.mjs';

const KIB = 1024;

/** The catalogues, one for each language: a visitor has one of them, and the largest counts. */
const LANGUAGE = /^app\/languages\//;

/** What a browser may have to download, in KiB as the server sends it to one that knows brotli. */
const LIMITS = {
  firstVisit: 180,
  route: 30,
  shared: 60,
  styles: 15,
};

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

/** One check each for the scripts and the styles of the first visit, and one for each part that comes later. */
function budgetOf(manifest) {
  const first = withImports(manifest, 'index.html');
  const parts = [...first].map((key) => manifest[key]);
  const words = Object.entries(manifest).filter(([key]) => LANGUAGE.test(key));
  const later = Object.entries(manifest).filter(
    ([key, { file }]) => !first.has(key) && !LANGUAGE.test(key) && file.endsWith('.js'),
  );
  return [
    ...words.map(([key, { file }]) => ({
      name: `scripts of the first visit, with ${key}`,
      limit: LIMITS.firstVisit,
      files: [...parts.map((part) => part.file), file].map(built),
    })),
    {
      name: 'styles of the first visit',
      limit: LIMITS.styles,
      files: ['layers.css', ...new Set(parts.flatMap(({ css = [] }) => css))].map(built),
    },
    ...later.map(([key, { file, css = [], isDynamicEntry }]) => ({
      name: isDynamicEntry ? key : `shared: ${file}`,
      limit: isDynamicEntry ? LIMITS.route : LIMITS.shared,
      files: [file, ...css].map(built),
    })),
  ];
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
