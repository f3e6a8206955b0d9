import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { operationHeader, type OperationHeader } from './operation-header.ts';

export interface SavedOperation {
  /** The path within the folder without its ending, such as `customer/spend-credits`. */
  readonly path: string;
  readonly name: string;
  readonly document: string;
  readonly header: OperationHeader;
}

/** In the order in which somebody would try them: customers have wallets before staff care for them. */
const GROUPS = ['customer', 'staff', 'admin', 'mobile'];

/** The ready-made documents under a folder, one for each file, by group and then by path. */
export function savedOperations(folder: string): SavedOperation[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .sort((a, b) => groupOf(a) - groupOf(b) || (a < b ? -1 : 1))
    .map((file) => {
      const document = readFileSync(join(folder, file), 'utf8');
      const path = file.slice(0, -'.graphql'.length).split(sep).join('/');
      return { path, name: nameOf(path), document, header: operationHeader(document) };
    });
}

function groupOf(file: string): number {
  const at = GROUPS.indexOf(dirname(file));
  return at < 0 ? GROUPS.length : at;
}

/** `customer/spend-credits` becomes "customer: spend credits". */
function nameOf(path: string): string {
  const words = basename(path).replaceAll('-', ' ');
  const group = dirname(path).replaceAll('/', ' ');
  return group === '.' ? words : `${group}: ${words}`;
}
