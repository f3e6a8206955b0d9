/** Digits and capitals without look-alikes (0 and O, 1 and I): 32 signs, so a byte gives one without bias. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 8;

/** A referral code of eight signs, 40 bits, from the given source of random bytes. */
export function referralCode(randomBytes: (length: number) => Uint8Array): string {
  return Array.from(randomBytes(LENGTH), (byte) => SIGNS[byte % SIGNS.length]).join('');
}
