/** Whole paise. Amounts exist in no other form: floats cannot hold money exactly. */
export type Paise = bigint;

/** The one currency of the wallet; every stored amount says so. */
export type CurrencyCode = 'INR';
export const CURRENCY: CurrencyCode = 'INR';

const DECIMAL = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/;

/**
 * Reads an exact decimal string of rupees such as `499.50` as paise.
 * Returns null for anything else: exponents, a third decimal, spaces, minus nothing, more than 13 digits (2^53 paise is
 * the ceiling of what is stored).
 */
export function parseRupees(text: string): Paise | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, sign, rupees = '', fraction = ''] = match;
  const paise = BigInt(rupees) * 100n + BigInt(fraction.padEnd(2, '0'));
  if (sign && paise === 0n) return null;
  return sign ? -paise : paise;
}

/** Prints paise as an exact decimal string of rupees with two places: 49950n is `499.50`. */
export function formatRupees(paise: Paise): string {
  const sign = paise < 0n ? '-' : '';
  const digits = (paise < 0n ? -paise : paise).toString().padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The sum of amounts in paise; 0 for none. */
export function sum(amounts: Iterable<Paise>): Paise {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

/** The smaller of two amounts in paise. */
export function smaller(a: Paise, b: Paise): Paise {
  return a < b ? a : b;
}
