import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What the cookie holds: which session, and a secret that is good for one use. */
export interface RefreshToken {
  readonly sessionId: string;
  readonly secret: string;
}

const FORMAT = /^([\w-]{22})\.([\w-]{43})$/;
/** Half of a secret is chance, the other half proves that this server made it. */
const HALF = 16;

export function newSessionId(): string {
  return randomBytes(16).toString('base64url');
}

/** What the secrets of one session are made with, each from the one before it. */
export function newChainKey(): string {
  return randomBytes(32).toString('base64url');
}

/** The first secret of a session. */
export function firstSecret(chainKey: string): string {
  return withProof(randomBytes(HALF), chainKey);
}

/** The secret that replaces another: always the same one, so that whoever did not hear of it can be told again. */
export function successorOf(secret: string, chainKey: string): string {
  return withProof(keyed(chainKey, `next:${secret}`), chainKey);
}

/** Whether a secret was made for this session at some time. Nobody else can make up one that was. */
export function isOfChain(secret: string, chainKey: string): boolean {
  const bytes = Buffer.from(secret, 'base64url');
  return timingSafeEqual(bytes.subarray(HALF), proofOf(bytes.subarray(0, HALF), chainKey));
}

export function printRefreshToken({ sessionId, secret }: RefreshToken): string {
  return `${sessionId}.${secret}`;
}

/** Null for anything that cannot be of this server's making. */
export function parseRefreshToken(text: string | undefined): RefreshToken | null {
  const [, sessionId, secret] = FORMAT.exec(text ?? '') ?? [];
  return sessionId !== undefined && secret !== undefined ? { sessionId, secret } : null;
}

/** Only this is stored. The secret is random and long, so a fast hash is as good as a slow one. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

function withProof(chance: Buffer, chainKey: string): string {
  return Buffer.concat([chance, proofOf(chance, chainKey)]).toString('base64url');
}

function proofOf(chance: Buffer, chainKey: string): Buffer {
  return keyed(chainKey, `proof:${chance.toString('base64url')}`);
}

function keyed(chainKey: string, text: string): Buffer {
  return createHmac('sha256', chainKey).update(text).digest().subarray(0, HALF);
}
