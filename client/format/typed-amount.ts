import type { MoneyValue } from './money.ts';

const OTHER_DIGITS = /[\u0966-\u096f]/g;

/**
 * Reads an amount somebody typed: grouping commas, a rupee sign and Devanagari digits are welcome. Null for anything
 * that is not an amount above zero with at most two decimals. It stays text, so nothing is rounded.
 */
export function typedAmount(text: string, currencyCode = 'INR'): MoneyValue | null {
  const plain = text
    .replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) - 0x0966))
    .replace(/[₹,\s]/g, '');
  const [, rupees = '', fraction = ''] = /^(\d{1,9})(?:\.(\d{0,2}))?$/.exec(plain) ?? [];
  if (rupees === '' || !/[1-9]/.test(rupees + fraction)) return null;
  return { amount: `${rupees.replace(/^0+(?=\d)/, '')}.${fraction.padEnd(2, '0')}`, currencyCode };
}
