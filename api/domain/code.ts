import { checkSymbol, isInBase32, SYMBOLS, symbolsMeant } from './base32.ts';

/** Of a code, in bytes: 80 bits, which nobody guesses. */
export const CODE_BYTES = 10;
const BITS_OF_A_SYMBOL = 5;
const SYMBOLS_OF_A_CODE = (CODE_BYTES * 8) / BITS_OF_A_SYMBOL;
const GROUP = 4;

/** A code that is worth money to whoever has it: 16 symbols and the check symbol, without dashes. */
export type Code = string;

/** The code that so many bytes of chance make (product rule 19). */
export function codeOf(bytes: Uint8Array): Code {
  let number = bytes.slice(0, CODE_BYTES).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let symbols = '';
  for (let place = 0; place < SYMBOLS_OF_A_CODE; place += 1) {
    symbols = SYMBOLS.charAt(Number(number & 31n)) + symbols;
    number >>= BigInt(BITS_OF_A_SYMBOL);
  }
  return symbols + checkSymbol(symbols);
}

/** The same in groups, as people read it: `7K9Q-X2R4-MB3D-0WZE-5`. */
export function writtenCode(code: Code): string {
  return (code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
}

/**
 * The code that a person meant, in any case, with dashes and blanks anywhere, O for 0 and I or L for 1. Null where it can be none:
 * it has another length, or a symbol is wrong.
 */
export function readCode(written: string): Code | null {
  const symbols = symbolsMeant(written);
  if (symbols.length !== SYMBOLS_OF_A_CODE + 1 || !isInBase32(symbols)) return null;
  return checkSymbol(symbols.slice(0, -1)) === symbols.at(-1) ? symbols : null;
}
