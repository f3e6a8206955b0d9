import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { KEY_BYTES, sealingKeyOf, Seals } from '../secrets/seals.ts';
import { KeyProblem, purposeOf, refuseForeign, type KeyFile, type KeyOptions } from './key-file.ts';
import { createPrivateFile, readPrivateFile } from './private-file.ts';

interface StoredKey {
  readonly madeFor: KeyFile['madeFor'];
  readonly key: string;
}

/** The keys that are configured, or the one of this installation, which is made when there is none yet. */
export async function openSeals(configured: readonly string[], options: KeyOptions): Promise<Seals> {
  const keys = configured.length > 0 ? configured : [await keyOfInstallation(options)];
  return new Seals(
    keys.map((text) => {
      const bytes = sealingKeyOf(text);
      if (!bytes) throw new KeyProblem('A key to seal secrets with is not of 32 bytes.');
      return bytes;
    }),
  );
}

async function keyOfInstallation(options: KeyOptions): Promise<string> {
  const path = join(options.directory, 'sealing-key.json');
  const present = await readPrivateFile(path);
  if (present === null) {
    const made: StoredKey = { madeFor: purposeOf(options), key: randomBytes(KEY_BYTES).toString('base64') };
    await createPrivateFile(path, JSON.stringify(made));
  }
  const stored = parsed(present ?? (await readPrivateFile(path)), path);
  refuseForeign(stored.madeFor, path, options);
  return stored.key;
}

function parsed(text: string | null, path: string): StoredKey {
  try {
    const stored = JSON.parse(text ?? '') as StoredKey;
    if (typeof stored.key === 'string' && sealingKeyOf(stored.key)) return stored;
  } catch {
    // Answered below, like a file that holds something else.
  }
  throw new KeyProblem(
    `${path} is damaged: restore it. If it is lost, delete it; then nobody's authenticator app is known any more, so reset each with "npm run account -- reset-factor".`,
  );
}
