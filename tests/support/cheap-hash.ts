import { randomBytes, scryptSync } from 'node:crypto';

/** As a password is stored, at next to no cost: tests sign in often, and hashing is slow on purpose. */
export function cheapHashOf(password: string): string {
  const salt = randomBytes(16);
  const key = scryptSync(password, salt, 32, { N: 2 ** 6, r: 8, p: 1 });
  return `scrypt$6$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`;
}
