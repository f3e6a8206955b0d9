import { importJWK, type CryptoKey, type JWK } from 'jose';
import type { Instant } from '../domain/calendar.ts';
import {
  addKey,
  createKeyFile,
  KeyProblem,
  OWN_ALGORITHM,
  readKeyFile,
  type KeyFile,
  type KeyOptions,
} from './key-file.ts';

const ROTATE_AFTER = 90 * 86_400_000;
/** Longer than any token lives, so no token outlives the acceptance of its key. */
const OVERLAP = 20 * 60_000;
const RELOAD_AT_MOST_EVERY = 30_000;

interface KeyPair {
  readonly kid: string;
  readonly createdAt: Instant;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

/** Opens the keys of this installation; makes the first one, and a new one when the newest has grown old. */
export async function openSigningKeys(options: KeyOptions): Promise<SigningKeys> {
  const present = (await readKeyFile(options)) ?? (await createKeyFile(options));
  const isOld = options.now() - (present.keys[0]?.createdAt ?? 0) > ROTATE_AFTER;
  const file = isOld ? await addKey(options, present) : present;
  return new SigningKeys(options, await pairsOf(file));
}

/** Opens keys that a server made; null if there are none. */
export async function openExistingKeys(options: KeyOptions): Promise<SigningKeys | null> {
  const present = await readKeyFile(options);
  return present && new SigningKeys(options, await pairsOf(present));
}

/** The keys this server signs and verifies with, by their id. */
export class SigningKeys {
  readonly #options: KeyOptions;
  #pairs: readonly KeyPair[];
  #lookedAt: Instant;

  constructor(options: KeyOptions, pairs: readonly KeyPair[]) {
    this.#options = options;
    this.#pairs = pairs;
    this.#lookedAt = options.now();
  }

  get signing(): { readonly kid: string; readonly key: CryptoKey } {
    const [newest] = this.#pairs;
    if (!newest) throw new KeyProblem('There is no key to sign with.');
    return { kid: newest.kid, key: newest.privateKey };
  }

  /** The key with this id; undefined if there is none or its time is over. */
  async verifying(kid: string): Promise<CryptoKey | undefined> {
    const known = this.#find(kid);
    if (known || this.#options.now() - this.#lookedAt < RELOAD_AT_MOST_EVERY) return known;
    // Another process on this data may have made a new key since.
    this.#lookedAt = this.#options.now();
    const file = await readKeyFile(this.#options);
    if (file) this.#pairs = await pairsOf(file);
    return this.#find(kid);
  }

  #find(kid: string): CryptoKey | undefined {
    const index = this.#pairs.findIndex((pair) => pair.kid === kid);
    const successor = this.#pairs[index - 1];
    if (successor && this.#options.now() - successor.createdAt > OVERLAP) return undefined;
    return this.#pairs[index]?.publicKey;
  }
}

function pairsOf(file: KeyFile): Promise<KeyPair[]> {
  return Promise.all(
    file.keys.map(async ({ kid, createdAt, jwk }) => {
      const { d: _private, ...publicJwk } = jwk;
      const [privateKey, publicKey] = await Promise.all([imported(jwk), imported(publicJwk)]);
      return { kid, createdAt, privateKey, publicKey };
    }),
  );
}

/** Imported once: an import costs more than a verification. */
async function imported(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, OWN_ALGORITHM);
  if (key instanceof Uint8Array) throw new KeyProblem('A signing key is not of the expected kind.');
  return key;
}
