import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

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
  /** The keys that were made of it, by what they are for. */
  readonly purposes: Map<string, Buffer>;
}

export const KEY_BYTES = 32;
const CIPHER = 'aes-256-gcm';
const FORMAT = /^([0-9a-f]{8})\.([\w-]{16})\.([\w-]{22})\.([\w-]+)$/;

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
    this.#keys = keys.map((bytes) => ({ id: idOf(bytes), bytes, purposes: new Map() }));
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
    return this.#digest(this.#first, purpose, text).toString('base64url');
  }

  /** What the text may be known by, that of the first key first: what was written down under another key is found too. */
  fingerprints(purpose: string, text: string): string[] {
    return this.#keys.map((key) => this.#digest(key, purpose, text).toString('base64url'));
  }

  /** The name of the key that is used for what is new. */
  get keyId(): string {
    return this.#first.id;
  }

  /** 32 bytes that nobody without this key can tell, the same each time; null where there is no such key any more. */
  derive(purpose: string, text: string, keyId: string): Buffer | null {
    const key = this.#keys.find(({ id }) => id === keyId);
    return key ? this.#digest(key, purpose, text) : null;
  }

  #digest(key: SealingKey, purpose: string, text: string): Buffer {
    let own = key.purposes.get(purpose);
    if (!own)
      key.purposes.set(purpose, (own = Buffer.from(hkdfSync('sha256', key.bytes, '', purpose, KEY_BYTES))));
    return createHmac('sha256', own).update(text).digest();
  }

  get #first(): SealingKey {
    const [first] = this.#keys;
    if (!first) throw new Error('There is no key to seal secrets with.');
    return first;
  }
}

function idOf(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}
