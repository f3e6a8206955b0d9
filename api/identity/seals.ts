import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { KeyProblem, purposeOf, refuseForeign, type KeyFile, type KeyOptions } from './key-file.ts';
import { createPrivateFile, readPrivateFile } from './private-file.ts';

/** What was sealed cannot be opened: its key is gone, or somebody has changed it. */
export class SealBroken extends Error {
  constructor() {
    super(
      'A sealed secret cannot be opened. Was a key of SEALING_KEYS, or the file of the key, lost or replaced?',
    );
    this.name = 'SealBroken';
  }
}

interface SealingKey {
  readonly id: string;
  readonly bytes: Buffer;
}

interface StoredKey {
  readonly madeFor: KeyFile['madeFor'];
  readonly key: string;
}

const KEY_BYTES = 32;
const CIPHER = 'aes-256-gcm';
const FORMAT = /^([0-9a-f]{8})\.([\w-]{16})\.([\w-]{22})\.([\w-]+)$/;

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

/** 32 bytes, written in base64 or in hexadecimal digits; null for anything else, and for what is no chance at all. */
export function sealingKeyOf(text: string): Buffer | null {
  const bytes = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
  return bytes.length === KEY_BYTES && new Set(bytes).size > KEY_BYTES / 2 ? bytes : null;
}

/**
 * Seals secrets that must be read again, so that a copy of the database alone opens none, and makes fingerprints of those that
 * need not be, such as short codes, which nobody without the key can try out. The first key seals; all of them open.
 */
export class Seals {
  readonly #keys: readonly SealingKey[];

  constructor(keys: readonly Buffer[]) {
    this.#keys = keys.map((bytes) => ({ id: idOf(bytes), bytes }));
  }

  /** Only for whom it is about can it be opened, so it is worth nothing in another place. */
  seal(secret: string, about: string): string {
    const { id, bytes } = this.#first;
    const nonce = randomBytes(12);
    const cipher = createCipheriv(CIPHER, bytes, nonce).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return [id, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
  }

  /** Throws `SealBroken` when it cannot. */
  open(sealed: string, about: string): string {
    const [, id, ...parts] = FORMAT.exec(sealed) ?? [];
    const [nonce, tag, secret] = parts.map((part) => Buffer.from(part, 'base64url'));
    const key = this.#keys.find((known) => known.id === id);
    if (!key || !nonce || !tag || !secret) throw new SealBroken();
    try {
      const decipher = createDecipheriv(CIPHER, key.bytes, nonce, { authTagLength: 16 });
      decipher.setAAD(Buffer.from(about)).setAuthTag(tag);
      return Buffer.concat([decipher.update(secret), decipher.final()]).toString('utf8');
    } catch {
      throw new SealBroken();
    }
  }

  /** The same for the same text and purpose. */
  fingerprint(purpose: string, text: string): string {
    const key = Buffer.from(hkdfSync('sha256', this.#first.bytes, '', purpose, KEY_BYTES));
    return createHmac('sha256', key).update(text).digest('base64url');
  }

  get #first(): SealingKey {
    const [first] = this.#keys;
    if (!first) throw new KeyProblem('There is no key to seal secrets with.');
    return first;
  }
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

function idOf(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}
