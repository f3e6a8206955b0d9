import { formatRupees, parseRupees, type Paise } from '../../domain/money.ts';

/** Unset settings are strict in production and comfortable on a developer's machine. */
export type Surroundings = 'production' | 'local';

/** One thing an operator can set: how its text is read, what holds when it is not set, and what it is for. */
export interface Setting<T> {
  readonly kind: string;
  readonly description: string;
  readonly secret: boolean;
  fallback(surroundings: Surroundings): T;
  /** Throws `Unreadable` for a text that is no such value. */
  parse(text: string): T;
  print(value: T): string;
}

/** What is wrong with a value, worded to follow the name of its variable. */
export class Unreadable extends Error {}

type Fallback<T> = T | { readonly production: T; readonly local: T };

interface Given<T> {
  readonly default: Fallback<T>;
  readonly description: string;
  readonly secret?: boolean;
}

/** Its type says whether it can be missing: only when its default is null. */
export function text<const D extends string | null>(
  given: Given<D> & { readonly pattern?: RegExp },
): Setting<D | string> {
  return setting<D | string>('text', given, (value) => {
    if (given.pattern && !given.pattern.test(value))
      throw new Unreadable(`must match ${given.pattern.source}`);
    return value;
  });
}

export function flag(given: Given<boolean>): Setting<boolean> {
  const words = new Map([
    ...['true', '1', 'on', 'yes'].map((word) => [word, true] as const),
    ...['false', '0', 'off', 'no'].map((word) => [word, false] as const),
  ]);
  return setting(
    'on or off',
    given,
    (value) => {
      const meaning = words.get(value.toLowerCase());
      if (meaning === undefined) throw new Unreadable('must be "on" or "off"');
      return meaning;
    },
    (value) => (value ? 'on' : 'off'),
  );
}

export function integer(
  given: Given<number> & { readonly min: number; readonly max: number },
): Setting<number> {
  const { min, max } = given;
  return setting(`whole number, ${min} to ${max}`, given, (value) => {
    const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= min && number <= max))
      throw new Unreadable(`must be a whole number from ${min} to ${max}`);
    return number;
  });
}

export function choice<const W extends string>(words: readonly W[], given: Given<W>): Setting<W> {
  return setting(words.join(', '), given, (value) => {
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) throw new Unreadable(`must be one of ${words.join(', ')}`);
    return word;
  });
}

export function list(given: Given<readonly string[]>): Setting<readonly string[]> {
  return setting(
    'list, separated by commas',
    given,
    (value) =>
      value
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    (value) => value.join(','),
  );
}

/** An amount as an exact decimal string of rupees. */
export function rupees(given: Given<Paise>): Setting<Paise> {
  return setting(
    'rupees, such as 499.50',
    given,
    (value) => {
      const amount = parseRupees(value);
      if (amount === null || amount < 0n) throw new Unreadable('must be an amount of rupees such as 499.50');
      return amount;
    },
    formatRupees,
  );
}

/** A web address. Plain http is taken only for this very machine. */
export function address(given: Given<string | null>): Setting<string | null> {
  return setting('https address', given, (value) => {
    const url = URL.canParse(value) ? new URL(value) : null;
    const local = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
    if (url?.protocol !== 'https:' && !local) throw new Unreadable('must be an https address');
    return value;
  });
}

function setting<T>(
  kind: string,
  given: Given<T>,
  parse: (text: string) => T,
  print: (value: T) => string = (value) => (value === null ? '' : String(value)),
): Setting<T> {
  return {
    kind,
    description: given.description,
    secret: given.secret ?? false,
    fallback: (surroundings) => (isSplit(given.default) ? given.default[surroundings] : given.default),
    parse,
    print,
  };
}

function isSplit<T>(fallback: Fallback<T>): fallback is { readonly production: T; readonly local: T } {
  return typeof fallback === 'object' && fallback !== null && 'production' in fallback;
}
