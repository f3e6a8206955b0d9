import { readdirSync, readFileSync } from 'node:fs';
import type { GraphQLEnumType } from 'graphql';
import { setLocale } from '../../../client/format/locale.ts';
import { formatDate, formatDateTime, formatMonth } from '../../../client/format/date.ts';
import { formatMoney } from '../../../client/format/money.ts';
import { formatCount, plural } from '../../../client/format/number.ts';
import { initials } from '../../../client/ui/avatar.tsx';
import { LANGUAGES, languages } from '../../../client/words/languages.ts';
import type { Language } from '../../../client/words/languages.ts';
import { english, hindi, WORDS } from '../support/all-words.ts';
import { schema } from '../support/schema.ts';

const catalogues: Record<Language, object> = { en: english, hi: hindi };
const CLIENT = new URL('../../../client/', import.meta.url);
const sources = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('graphql/'))
  .sort()
  .map((path) => ({ path, text: readFileSync(new URL(path, CLIENT), 'utf8') }));
const MOMENT = '2026-11-23T00:15:00+05:30';

const speak = (language: Language) => setLocale(LANGUAGES[language].locale);

afterEach(() => speak('en'));

describe('counts', () => {
  it.each(languages)('are grouped the Indian way, in Latin digits, in %s', (language) => {
    speak(language);
    expect(formatCount(123456)).toBe('1,23,456');
    expect(formatMoney({ amount: '12345678.50', currencyCode: 'INR' })).toBe('₹1,23,45,678.50');
  });

  it('choose the word that goes with them', () => {
    expect(plural(1, { one: 'entry', other: 'entries' })).toBe('entry');
    expect(plural(0, { one: 'entry', other: 'entries' })).toBe('entries');
    expect(english.history.history.showing(1, 1)).toBe('Showing 1 of 1 entry');
    expect(english.dashboard.expiring.one('₹5.00', 1, '24 Nov')).toBe('₹5.00 expires in 1 day – 24 Nov.');
    expect(english.signIn.signIn.tooMany(30)).toBe('Too many tries. Wait 30 seconds, then try again.');
    expect(english.signIn.signIn.tooMany(61)).toBe('Too many tries. Wait 2 minutes, then try again.');
    expect(english.wallet.tier.lasts(1)).toBe('1 day');
  });

  it('are one and none alike in Hindi', () => {
    speak('hi');
    expect([0, 1, 2].map((count) => hindi.history.history.showResults(count))).toEqual([
      '0 नतीजा देखें',
      '1 नतीजा देखें',
      '2 नतीजे देखें',
    ]);
    expect(hindi.history.history.showing(1, 1)).toBe('1 एंट्री में से 1 दिख रही है');
    expect(hindi.rewards.rewards.used(2, 5)).toBe('5 में से 2 क्लेम हुए');
  });

  it('are compared with one by the plural rules alone', () => {
    const files = sources.filter(({ path }) => /words\/(en|hi)\.ts$/.test(path));
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter(({ text }) => /[=!]== 1\b/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('dates', () => {
  it('are written as each language writes them, in Latin digits', () => {
    expect(formatDateTime(MOMENT)).toBe('23 Nov 2026, 12:15 am');
    speak('hi');
    expect(formatDate(MOMENT)).toBe('23 नव॰ 2026');
    expect(formatDateTime(MOMENT)).toBe('23 नव॰ 2026, 12:15 am');
    expect(formatMonth(MOMENT)).toBe('नवंबर 2026');
  });
});

describe('every language', () => {
  it('is brought by its catalogues alone, and so only when it is chosen', () => {
    const brings = /^import \{[^}]*\} from '[^']*words\/(en|hi)\.ts'/m;
    const bringers = sources.filter(({ text }) => brings.test(text)).map(({ path }) => path);
    const parts = ['door', 'inside', 'screens'];
    expect(bringers).toEqual(
      parts.flatMap((part) => languages.map((one) => `app/languages/${part}/${one}.ts`)),
    );
  });

  it('says before the door only what comes with the door', async () => {
    const byLink = ['features/gift/gift-at-the-door.tsx', 'features/checkout/by-link/pay-by-link.tsx'];
    const rooms = await roomsOf(filesFrom('main.tsx', ['app/signed-in.tsx', ...byLink]));
    expect(rooms).toEqual(Object.keys(WORDS.en.door).sort());
  });

  it('says on the first screen only what comes with it', async () => {
    // A gift waits on the first screen only for who came by its own.
    const later = ['app/customer-screens.ts', 'app/console-routes.tsx', 'wallet/gift/gift-strip.tsx'];
    const rooms = await roomsOf(filesFrom('app/signed-in.tsx', later));
    const known = [...Object.keys(WORDS.en.door), ...Object.keys(WORDS.en.inside)];
    expect(rooms.filter((room) => !known.includes(room))).toEqual([]);
    expect(rooms).toEqual(expect.arrayContaining(Object.keys(WORDS.en.inside)));
  });

  const places = leaves(english);

  it.each(languages)(
    'has the words of each room under the name by which the room asks: %s',
    async (language) => {
      const rooms = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' }).filter((path) =>
        path.endsWith('words/words.ts'),
      );
      expect(rooms).toHaveLength(Object.keys(english).length);
      for (const path of rooms) {
        const [asked] = await valuesOf(path);
        const [said] = await valuesOf(path.replace('words.ts', `${language}.ts`));
        expect((catalogues[language] as Record<string, object>)[(asked as { room: string }).room]).toBe(said);
      }
    },
  );

  it.each(languages)('says the same things, no more and no less: %s', (language) => {
    expect(leaves(catalogues[language])).toEqual(places);
  });

  it.each(languages)('makes a text of each, whatever there is to fill in: %s', (language) => {
    speak(language);
    const wrong = places.flatMap((path) => {
      const texts = saidBy(at(catalogues[language], path), argumentsOf(at(english, path)));
      const isWrong = (text: string) =>
        !/\S/.test(text) ||
        /undefined|null|NaN|\[object|[\u0966-\u096f]/.test(text) ||
        (language === 'hi' && !SAME_IN_ALL.has(path) && !/[\u0900-\u097f]/.test(text));
      return texts.filter(isWrong).map((text) => `${path}: ${text}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('refusals', () => {
  const codes = Object.keys((schema.getType('ErrorCode') as GraphQLEnumType).toConfig().values);

  it.each(codes)('%s is said in a sentence', (code) => {
    const said = [english, hindi].map(({ wallet }) => (wallet.refusals as Record<string, string>)[code]);
    expect(said[0]).toMatch(/^[A-Z].+\.$/);
    expect(said[1]).toMatch(/[\u0900-\u097f].*।$/);
    expect(said.join()).not.toContain(code);
  });
});

describe('initials', () => {
  it('take the first and the last name', () => {
    expect(initials('Asha Rao')).toBe('AR');
    expect(initials(' Meera  Anand Iyer ')).toBe('MI');
    expect(initials('Asha')).toBe('A');
    expect(initials('')).toBe('');
  });
});

/** Names, an example of an address, and what only passes on what it was given. */
const SAME_IN_ALL = new Set([
  'shared.app.brand',
  'signIn.signIn.emailExample',
  'signIn.signIn.person',
  'payment.payment.methods.UPI',
  'wallet.invitation.whatsApp',
  'wallet.invitation.sms',
  'tier.tiers.said',
]);

/** What the words are given in these tests, by the name of the parameter. Counts are tried out one by one. */
const GIVEN: Readonly<Record<string, unknown>> = {
  part: 'morning',
  order: { required: '₹500.00', largest: '₹120.00', since: '1 Nov' },
  ranges: { highest: { amount: '₹9.00', date: null }, lowest: { amount: '₹1.00', date: '2 Nov' } },
  tier: 'SILVER',
  named: { level: 'SILVER', name: 'SILVER' },
};
const COUNTS = [0, 1, 2, 1095];
const NUMBERS = /^(count|days|daysLeft|seconds|windowDays|used|of|shown|total|next|current)$/;

type Words = (...given: unknown[]) => unknown;

function argumentsOf(words: unknown): unknown[][] {
  if (typeof words !== 'function') return [[]];
  const names = parametersOf(words as Words);
  const given = (count: number) =>
    names.map((name) =>
      NUMBERS.test(name) ? count : (GIVEN[name] ?? (name === 'orderId' ? 'A-1' : 'Asha')),
    );
  return COUNTS.map(given);
}

/** "(amount, { highest, lowest })" has two: what is taken apart goes by what it holds. */
function parametersOf(words: Words): string[] {
  const [, list = ''] = /^\(?([^)=]*)\)?\s*=>/.exec(String(words)) ?? [];
  return list
    .replace(/\{[^}]*highest[^}]*\}/, 'ranges')
    .replace(/\{[^}]*name[^}]*\}/, 'named')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function saidBy(words: unknown, given: unknown[][]): string[] {
  const said = typeof words === 'function' ? given.map((some) => (words as Words)(...some)) : [words];
  return said.flat(3) as string[];
}

/** The names under which these files ask for words. */
async function roomsOf(files: readonly string[]): Promise<string[]> {
  const naming = files.filter((path) => path.endsWith('words/words.ts'));
  const rooms = await Promise.all(naming.map(async (path) => (await valuesOf(path))[0] as { room: string }));
  return rooms.map(({ room }) => room).sort();
}

/** All that is imported, now or when it is asked for, from a file on, without what these bring. */
function filesFrom(start: string, without: readonly string[]): string[] {
  const seen = new Set<string>();
  const open = [start];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path) || without.includes(path) || path.startsWith('app/languages/')) continue;
    seen.add(path);
    const { text = '' } = sources.find((source) => source.path === path) ?? {};
    const imported = text.matchAll(/(?:^import (?!type )[^;]*?from |\bimport\()'(\.[^']+\.tsx?)'/gm);
    for (const [, name = ''] of imported) open.push(new URL(name, `file:///${path}`).pathname.slice(1));
  }
  return [...seen];
}

/** The path of each string or function of a catalogue. */
function leaves(words: object, before = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => {
    const path = `${before}${key}`;
    return typeof value === 'object' ? leaves(value as object, `${path}.`) : [path];
  });
}

function at(words: object, path: string): unknown {
  return path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], words);
}

async function valuesOf(path: string): Promise<unknown[]> {
  const module = (await import(new URL(path, CLIENT).pathname)) as object;
  return Object.values(module);
}
