import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

export interface SavedOperation {
  readonly name: string;
  readonly document: string;
}

const MOST = 40;

/** The ready-made documents under a folder, one for each file, in the order of their paths. */
export function savedOperations(folder: string): SavedOperation[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.graphql'))
    .sort()
    .slice(0, MOST)
    .map((path) => ({ name: nameOf(path), document: readFileSync(join(folder, path), 'utf8') }));
}

/** `customer/spend-credits.graphql` becomes "customer: spend credits". */
function nameOf(path: string): string {
  const words = basename(path, '.graphql').replaceAll('-', ' ');
  const group = dirname(path).split(sep).join(' ');
  return group === '.' ? words : `${group}: ${words}`;
}
