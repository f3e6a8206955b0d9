import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { savedOperations } from '../server/playground/saved-operations.ts';

/** Writes the names of our own operations, or with --check only says whether they are current. */
const ROOT = process.cwd();
const file = join(ROOT, 'api', 'server', 'observability', 'operation-names.ts');
const persisted = join(ROOT, 'client', 'graphql', 'persisted-documents.json');

const ready = savedOperations(join(ROOT, 'schema', 'operations')).map(({ document }) => document);
const ofWebApp = Object.values(JSON.parse(await readFile(persisted, 'utf8')) as Record<string, string>);
const names = [...new Set([...ready, ...ofWebApp].flatMap(namesIn))].sort();
const wanted = `/** Made by api/scripts/emit-operation-names.ts from schema/operations and the documents of the web app. */
export const OPERATION_NAMES = [
${names.map((name) => `  '${name}',\n`).join('')}] as const;
`;

if (process.argv.includes('--check')) {
  if ((await readFile(file, 'utf8').catch(() => '')) !== wanted) {
    console.error('api/server/observability/operation-names.ts is stale. Run: npm run codegen');
    process.exitCode = 1;
  }
} else {
  await writeFile(file, wanted);
}

function namesIn(document: string): string[] {
  return parse(document).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
  );
}
