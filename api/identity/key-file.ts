import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Instant } from '../domain/calendar.ts';
import { createPrivateFile, readPrivateFile, replacePrivateFile } from './private-file.ts';

/** The only algorithm of this server's own tokens: whoever holds the public key alone cannot sign with it. */
export const OWN_ALGORITHM = 'EdDSA';

export interface StoredKey {
  readonly kid: string;
  readonly createdAt: Instant;
  readonly jwk: JWK;
}

export interface KeyFile {
  /** Where they may be used. */
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
  const text = await readPrivateFile(path);
  if (text === null) return null;
  const file = parsed(text, path);
  refuseForeign(file.madeFor, path, options);
  return file;
}

/** Keys made where demo accounts exist must never be taken into production, nor production's be used elsewhere. */
export function refuseForeign(madeFor: KeyFile['madeFor'], path: string, options: KeyOptions): void {
  if (madeFor === purposeOf(options)) return;
  const owner = options.isProduction ? 'a demo or a development machine' : 'a production server';
  throw new KeyProblem(`The keys in ${path} belong to ${owner}. Use another DATA_DIRECTORY here.`);
}

/** Makes the first key, unless another process does so at the same time: then its key is the one. */
export async function createKeyFile(options: KeyOptions): Promise<KeyFile> {
  const file: KeyFile = { madeFor: purposeOf(options), keys: [await newKey(options.now())] };
  await createPrivateFile(pathOf(options), JSON.stringify(file));
  return (await readKeyFile(options)) ?? file;
}

/** Puts a new key before the newest one, which is kept for the tokens it has signed; an older one goes. */
export async function addKey(options: KeyOptions, present: KeyFile): Promise<KeyFile> {
  const next = { ...present, keys: [await newKey(options.now()), ...present.keys.slice(0, 1)] };
  await replacePrivateFile(pathOf(options), JSON.stringify(next));
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

export function purposeOf({ isProduction }: KeyOptions): KeyFile['madeFor'] {
  return isProduction ? 'production' : 'local';
}

function pathOf({ directory }: KeyOptions): string {
  return join(directory, 'signing-keys.json');
}
