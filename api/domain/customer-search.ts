import type { Customer } from './customer.ts';

/** What a customer is found by when somebody types its beginning. */
type Searchable = Pick<Customer, 'id' | 'name' | 'email' | 'phone'>;

/** The beginnings that somebody who searches may mean; a customer is found when one of its keys starts with one of them. */
export interface CustomerSearch {
  readonly prefixes: readonly [string, ...string[]];
  /** The beginning of a referral code; null when what was typed cannot be one, or is too short to tell wallets apart. */
  readonly codePrefix: string | null;
}

const MOST_WORDS = 8;
/** Some letters become many when they are folded; a key that long tells customers apart. */
const MOST_LETTERS = 200;
/** A number is known with or without the country in front of it. */
const NATIONAL_DIGITS = 10;
const PHONE = /^\+?[\d\s().-]+$/;
const CODE = /^[A-Z0-9]{4,8}$/;

/** By what a customer is found, the most telling first. */
export const CUSTOMER_MATCHES = ['CUSTOMER_ID', 'PHONE', 'EMAIL', 'NAME'] as const;
export type CustomerMatch = (typeof CUSTOMER_MATCHES)[number];

/** The search keys of a customer: id, email, the name from each of its words on, the phone number's digits. */
export function searchKeysOf(customer: Searchable): string[] {
  const { CUSTOMER_ID, NAME, EMAIL, PHONE } = keysOf(customer);
  return [...new Set([...CUSTOMER_ID, ...NAME, ...EMAIL, ...PHONE])];
}

/** How a search found a customer: by the most telling of what begins as was typed. Null when it would not. */
export function matchOf(
  customer: Searchable,
  { prefixes }: CustomerSearch,
): { readonly match: CustomerMatch; readonly isExact: boolean } | null {
  const keys = keysOf(customer);
  const isWhole = (match: CustomerMatch) =>
    // A name is whole from its first word on.
    (match === 'NAME' ? keys.NAME.slice(0, 1) : keys[match]).some((key) => prefixes.includes(key));
  const begins = (match: CustomerMatch) =>
    keys[match].some((key) => prefixes.some((prefix) => key.startsWith(prefix)));
  const match = CUSTOMER_MATCHES.find(isWhole) ?? CUSTOMER_MATCHES.find(begins);
  return match === undefined ? null : { match, isExact: isWhole(match) };
}

function keysOf({ id, name, email, phone }: Searchable): Record<CustomerMatch, readonly string[]> {
  const words = folded(name).split(' ').slice(0, MOST_WORDS);
  const digits = phone?.replaceAll(/\D/g, '') ?? '';
  const known = (keys: readonly string[]) => keys.filter((key) => key !== '');
  return {
    CUSTOMER_ID: known([folded(id)]),
    NAME: known(words.map((_, from) => words.slice(from).join(' '))),
    EMAIL: known([folded(email ?? '')]),
    PHONE: known([digits, ...nationalOf(digits)]),
  };
}

/** A number without the country, or without the zeros, in front of it. */
function nationalOf(digits: string): string[] {
  return digits.length > NATIONAL_DIGITS ? [digits.slice(-NATIONAL_DIGITS)] : [];
}

/** What somebody typed, as a search; null when that was nothing. */
export function customerSearch(typed: string): CustomerSearch | null {
  const text = folded(typed);
  if (text === '') return null;
  const digits = PHONE.test(text) ? text.replaceAll(/\D/g, '') : '';
  const code = text.replaceAll(/[\s-]/g, '').toUpperCase();
  const others = [digits, ...nationalOf(digits)].filter((other) => other !== '' && other !== text);
  return {
    prefixes: [text, ...others],
    codePrefix: CODE.test(code) ? code : null,
  };
}

/** The same letters however they were typed: small, in one form of Unicode, with single spaces. */
function folded(text: string): string {
  const whole = text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
  return whole.length <= MOST_LETTERS ? whole : [...whole].slice(0, MOST_LETTERS).join('').trim();
}
