import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settingsDocument } from '../server/configuration/settings-document.ts';

/** Writes docs/configuration.md, or with --check only says whether it is current. */
const file = join(process.cwd(), 'docs', 'configuration.md');
const wanted = settingsDocument();

if (process.argv.includes('--check')) {
  const present = await readFile(file, 'utf8').catch(() => '');
  if (present !== wanted) {
    console.error(
      'docs/configuration.md is not what the settings say. Run: node scripts/run.mjs api/scripts/emit-config-docs.ts',
    );
    process.exitCode = 1;
  }
} else {
  await writeFile(file, wanted);
}
