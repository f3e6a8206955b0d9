import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** 32 MB and three passes a guess, as OWASP's password storage advice has it. */
const COST = { logN: 15, r: 8, p: 3 };
/** For a password that anyone can read, which a slow guess protects from nothing. */
const COST_OF_PUBLIC = { logN: 10, r: 8, p: 1 };
const KEY_BYTES = 32;
const FORMAT = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]{22})\$([\w-]{43})$/;

/** Hashes a password with a salt of its own; the parameters are kept in the hash so that they can be raised later. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, randomBytes(16), COST);
}

/** Hashes a password that is no secret, as a demo's, with a salt that its caller knows again. */
export function hashPublicPassword(password: string, salt: Buffer): Promise<string> {
  return hash(password, salt, COST_OF_PUBLIC);
}

/** Whether it is the password. Without a hash the answer is no and takes as long, so that nobody learns who has an account. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [, logN, r, p, salt, key] = FORMAT.exec(stored ?? '') ?? [];
  if (salt === undefined || key === undefined) {
    await derive(password, randomBytes(16), COST);
    return false;
  }
  const cost = { logN: Number(logN), r: Number(r), p: Number(p) };
  const derived = await derive(password, Buffer.from(salt, 'base64url'), cost);
  return timingSafeEqual(derived, Buffer.from(key, 'base64url'));
}

async function hash(password: string, salt: Buffer, cost: typeof COST): Promise<string> {
  const key = await derive(password, salt, cost);
  const { logN, r, p } = cost;
  return `scrypt$${logN}$${r}$${p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

function derive(password: string, salt: Buffer, { logN, r, p }: typeof COST): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** logN, r, p, maxmem: 256 * 2 ** logN * r };
  // The same characters may be typed as different code points on different keyboards.
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
