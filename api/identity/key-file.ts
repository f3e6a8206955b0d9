import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Instant } from '../domain/calendar.ts';

/** The only algorithm of this server's own tokens: whoever holds the public key alone cannot sign with it. */
export const OWN_ALGORITHM = 'EdDSA';

export interface StoredKey {
  readonly kid: string;
  readonly createdAt: Instant;
  readonly jwk: JWK;
}

export interface KeyFile {
  /** Keys made where demo accounts exist must never be taken into production, nor production's be used elsewhere. */
  readonly madeFor: 'production' | 'local';
  /** The newest first; at most two. */
  readonly keys: readonly StoredKey[];
}

export interface KeyOptions {
  readonly directory: string;
  readonly isProduction: boolean;
  readonly now: () => Instant;
}

/** The keys cannot be used as they are. The message says what to do. */
export class KeyProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'KeyProblem';
  }
}

/** The keys of this installation; null if none were made yet. */
export async function readKeyFile(options: KeyOptions): Promise<KeyFile | null> {
  const path = pathOf(options);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  });
  if (text === null) return null;
  const file = parsed(text, path);
  if (file.madeFor !== purposeOf(options)) {
    const owner = options.isProduction ? 'a demo or a development machine' : 'a production server';
    throw new KeyProblem(`The keys in ${path} belong to ${owner}. Use another DATA_DIRECTORY here.`);
  }
  // Whoever can read the private key can be anyone.
  await chmod(path, 0o600);
  return file;
}

/** Makes the first key, unless another process does so at the same time: then its key is the one. */
export async function createKeyFile(options: KeyOptions): Promise<KeyFile> {
  await mkdir(options.directory, { recursive: true, mode: 0o700 });
  const file: KeyFile = { madeFor: purposeOf(options), keys: [await newKey(options.now())] };
  const draft = await writeDraft(options, file);
  try {
    await link(draft, pathOf(options));
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
  return (await readKeyFile(options)) ?? file;
}

/** Puts a new key before the newest one, which is kept for the tokens it has signed; an older one goes. */
export async function addKey(options: KeyOptions, present: KeyFile): Promise<KeyFile> {
  const next = { ...present, keys: [await newKey(options.now()), ...present.keys.slice(0, 1)] };
  await rename(await writeDraft(options, next), pathOf(options));
  return next;
}

function parsed(text: string, path: string): KeyFile {
  try {
    const file = JSON.parse(text) as KeyFile;
    if (Array.isArray(file.keys) && file.keys.length > 0) return file;
  } catch {
    // Answered below, like a file that holds something else.
  }
  throw new KeyProblem(
    `${path} is damaged: restore it, or delete it so that new keys are made and everybody signs in again.`,
  );
}

async function newKey(now: Instant): Promise<StoredKey> {
  const { privateKey } = await generateKeyPair(OWN_ALGORITHM, { extractable: true });
  return { kid: randomBytes(8).toString('hex'), createdAt: now, jwk: await exportJWK(privateKey) };
}

async function writeDraft(options: KeyOptions, file: KeyFile): Promise<string> {
  const draft = `${pathOf(options)}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, JSON.stringify(file), { mode: 0o600 });
  return draft;
}

function purposeOf({ isProduction }: KeyOptions): KeyFile['madeFor'] {
  return isProduction ? 'production' : 'local';
}

function pathOf({ directory }: KeyOptions): string {
  return join(directory, 'signing-keys.json');
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
