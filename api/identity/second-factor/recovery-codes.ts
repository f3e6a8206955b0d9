import { createHash, randomInt } from 'node:crypto';

/** How many are handed out, and shown once. */
const MANY = 10;
/** Digits and letters that nobody takes for another: 16 of them are 80 bits of chance. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 16;
const GROUP = 4;
const TYPED = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/** Fresh recovery codes, as `k3f9-m2xw-07qd-tt5z`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: MANY }, () => {
    const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    return letters.replace(new RegExp(`.{${GROUP}}(?=.)`, 'g'), '$&-');
  });
}

/** A recovery code however it was typed; null for what can be none. */
export function readRecoveryCode(text: string): string | null {
  const plain = text.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
  return TYPED.test(plain) ? plain : null;
}

/** Only this is stored. The code is random and long, so a fast hash is as good as a slow one; it is of one account alone. */
export function hashRecoveryCode(code: string, accountId: string): string {
  return createHash('sha256')
    .update(`${accountId}:${readRecoveryCode(code) ?? ''}`)
    .digest('base64url');
}
