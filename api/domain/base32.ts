/** Digits and capitals without look-alikes: Crockford's base 32. A symbol stands for its place. */
export const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const BASE = SYMBOLS.length;

/** What a person meant: in any case, with dashes and blanks anywhere or nowhere, O for 0 and I or L for 1. */
export function symbolsMeant(written: string): string {
  return written.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}

export function isInBase32(text: string): boolean {
  return [...text].every((symbol) => SYMBOLS.includes(symbol));
}

/**
 * The symbols are numbers of the field with 32 elements, and each weighs twice (in that field) what the one after it does. So no
 * single wrong symbol and no two neighbours that changed places leave the sum as it was, the check symbol included.
 */
export function checkSymbol(symbols: string): string {
  let sum = 0;
  for (const symbol of symbols) sum = doubled(sum ^ SYMBOLS.indexOf(symbol));
  return SYMBOLS.charAt(sum);
}

/** Times x, modulo x⁵ + x² + 1, which makes it run through all elements but nought. */
function doubled(element: number): number {
  const next = element << 1;
  return next < BASE ? next : next ^ 0b100101;
}
