import { BASE, checkSymbol, isInBase32, SYMBOLS, symbolsMeant } from './base32.ts';

const BEGINNING = 'EB';

/**
 * How long codes of wallets are. One that begins with Z is longer, so where a code ends can be told from the code itself: there
 * are 32 million short ones, and a thousand million long ones for a shop that needs them.
 */
const LONG_CODE_BEGINS = 'Z';
const SHORT_CODE_LENGTH = 5;
const LONG_CODE_LENGTH = 7;

/** An entry as people call it: by the code of its wallet and its place in the journal, counted from 1. */
export interface EntryReference {
  readonly shortCode: string;
  readonly seq: number;
}

/**
 * What people read out to each other, such as `EB-7K9QX-2R4`: the code of the wallet, then the place of the entry in base 32
 * without zeros before it, and a check symbol at the end.
 */
export function writeReference({ shortCode, seq }: EntryReference): string {
  const place = inBase32(seq);
  return `${BEGINNING}-${shortCode}-${place}${checkSymbol(shortCode + place)}`;
}

/**
 * What a person meant: in any case, with dashes and blanks anywhere or nowhere, O for 0 and I or L for 1. Null where it can be no
 * reference: a symbol is wrong, or two have changed places.
 */
export function readReference(written: string): EntryReference | null {
  const symbols = symbolsMeant(written);
  if (!symbols.startsWith(BEGINNING)) return null;
  const code = symbols.slice(BEGINNING.length);
  const length = code.startsWith(LONG_CODE_BEGINS) ? LONG_CODE_LENGTH : SHORT_CODE_LENGTH;
  const place = code.slice(length, -1);
  if (!isInBase32(code) || place === '' || place.startsWith(SYMBOLS[0] ?? '')) return null;
  if (checkSymbol(code.slice(0, -1)) !== code.at(-1)) return null;
  const seq = numberOf(place);
  return Number.isSafeInteger(seq) ? { shortCode: code.slice(0, length), seq } : null;
}

/** How many short codes are drawn for a wallet before it gets a long one, and how many of those. */
const DRAWN = { short: 3, long: 2 } as const;

/**
 * Codes to choose from, the most welcome first: a wallet takes the first that nobody has. With a million wallets three short ones
 * are taken once in thirty thousand times, with ten million once in forty, and so the codes grow where they have to.
 */
export function drawShortCodes(randomBytes: (length: number) => Uint8Array): string[] {
  const draw = (length: number) => Array.from({ length }, () => Array.from(randomBytes(LONG_CODE_LENGTH)));
  return [...draw(DRAWN.short).map(shortCodeOf), ...draw(DRAWN.long).map(longCodeOf)];
}

function shortCodeOf([first = 0, ...rest]: readonly number[]): string {
  // One of those that begin a short code, and by a hair more often one of the first of them.
  return SYMBOLS.charAt(first % (BASE - 1)) + symbolsOf(rest).slice(0, SHORT_CODE_LENGTH - 1);
}

function longCodeOf([, ...rest]: readonly number[]): string {
  return LONG_CODE_BEGINS + symbolsOf(rest);
}

function symbolsOf(bytes: readonly number[]): string {
  return bytes.map((byte) => SYMBOLS.charAt(byte % BASE)).join('');
}

/** Whether a wallet can have this code. */
export function isShortCode(text: string): boolean {
  const length = text.startsWith(LONG_CODE_BEGINS) ? LONG_CODE_LENGTH : SHORT_CODE_LENGTH;
  return text.length === length && isInBase32(text);
}

function inBase32(number: number): string {
  const rest = Math.floor(number / BASE);
  return (rest === 0 ? '' : inBase32(rest)) + SYMBOLS.charAt(number % BASE);
}

function numberOf(symbols: string): number {
  return [...symbols].reduce((number, symbol) => number * BASE + SYMBOLS.indexOf(symbol), 0);
}
