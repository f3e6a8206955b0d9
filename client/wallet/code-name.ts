import { hexOf } from '../format/hex.ts';

/** So much of a code is shown anyway. */
const SHOWN = 4;

/** Tells a code from others in what this browser keeps, and is worth nothing to whoever reads that: the code itself is money. */
export async function nameOfCode(code: string): Promise<string> {
  const symbols = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
  // Browsers make no digests on a plain-HTTP address in the local network.
  if (!('subtle' in crypto)) return symbols.slice(-SHOWN);
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(symbols))));
}
