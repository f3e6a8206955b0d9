import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inProject, projectDirectory } from './project.mjs';

/**
 * Runs `make` unless what it makes is there and was made from the very same inputs. Contents are compared,
 * not times, because a checkout gives every file a new time.
 */
export async function makeWhenStale({ name, inputs, settings = '', result, make }) {
  const marker = inProject('dist', `.made-${name}.json`);
  const source = fingerprint(
    inputs.map((input) => inProject(input)),
    settings,
  );
  const current = () => JSON.stringify({ source, result: fingerprint([inProject(result)], '') });
  if (readIfPresent(marker) === current()) return false;
  await make();
  mkdirSync(inProject('dist'), { recursive: true });
  writeFileSync(marker, current());
  return true;
}

function fingerprint(paths, settings) {
  const hash = createHash('sha256').update(settings);
  for (const file of paths.flatMap(filesUnder).sort()) {
    hash.update(`\0${relative(projectDirectory, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}

function readIfPresent(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
