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

/** The search keys of a customer: id, email, the name from each of its words on, the phone number's digits. */
export function searchKeysOf({ id, name, email, phone }: Searchable): string[] {
  const words = folded(name).split(' ').slice(0, MOST_WORDS);
  const digits = phone?.replaceAll(/\D/g, '') ?? '';
  const keys = [
    folded(id),
    ...words.map((_, from) => words.slice(from).join(' ')),
    email && folded(email),
    digits,
    digits.length > NATIONAL_DIGITS && digits.slice(-NATIONAL_DIGITS),
  ];
  return [...new Set(keys.filter((key) => typeof key === 'string' && key !== ''))] as string[];
}

/** What somebody typed, as a search; null when that was nothing. */
export function customerSearch(typed: string): CustomerSearch | null {
  const text = folded(typed);
  if (text === '') return null;
  const digits = PHONE.test(text) ? text.replaceAll(/\D/g, '') : '';
  const code = text.replaceAll(/[\s-]/g, '').toUpperCase();
  return {
    prefixes: digits === '' || digits === text ? [text] : [text, digits],
    codePrefix: CODE.test(code) ? code : null,
  };
}

/** The same letters however they were typed: small, in one form of Unicode, with single spaces. */
function folded(text: string): string {
  const whole = text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
  return whole.length <= MOST_LETTERS ? whole : [...whole].slice(0, MOST_LETTERS).join('').trim();
}
