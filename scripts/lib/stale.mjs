import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Problem } from './fail.mjs';
import { inProject, projectDirectory } from './project.mjs';

/**
 * Runs `make` unless what it makes is there and was made from the very same inputs. Contents are compared,
 * not times, because a checkout gives every file a new time.
 */
export async function makeWhenStale({ name, inputs, settings = '', result, make }) {
  const marker = inProject('dist', `.made-${name}.json`);
  const source = settings + inputs.map(fingerprint).join();
  const current = () => JSON.stringify({ source, result: fingerprint(result) });
  if (readIfPresent(marker) === current()) return false;
  await make();
  if (!existsSync(inProject(result))) throw new Problem(`The build went through but left no ${result}.`);
  mkdirSync(inProject('dist'), { recursive: true });
  writeFileSync(marker, current());
  return true;
}

/** One value for all that a file, or a folder with everything under it, contains. */
export function fingerprint(path) {
  const hash = createHash('sha256');
  for (const file of filesUnder(inProject(path)).sort()) {
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
