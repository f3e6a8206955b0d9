import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lexicographicSortSchema } from 'graphql';
import { contractSchema } from '../server/contract.ts';
import { savedOperations } from '../server/playground/saved-operations.ts';
import { apiDocument } from './api-docs/api-document.ts';

/** Writes docs/api.md, or with --check only says whether it is current. */
const file = join(process.cwd(), 'docs', 'api.md');
const documents = savedOperations(join(process.cwd(), 'schema', 'operations'));
const wanted = apiDocument(lexicographicSortSchema(contractSchema()), documents);

if (process.argv.includes('--check')) {
  const present = await readFile(file, 'utf8').catch(() => '');
  if (present !== wanted) {
    console.error(
      'docs/api.md is not what the contract says. Run: node scripts/run.mjs api/scripts/emit-api-docs.ts',
    );
    process.exitCode = 1;
  }
} else {
  await writeFile(file, wanted);
}
