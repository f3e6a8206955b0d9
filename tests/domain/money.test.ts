import fc from 'fast-check';
import { formatRupees, parseRupees, smaller, sum } from '../../api/domain/money.ts';
import { propertySeed } from '../support/seed.ts';

/** The most that thirteen digits of rupees and two of paise can say. */
const LARGEST = 999_999_999_999_999n;

describe('reading rupees', () => {
  it.each([
    ['0', 0n],
    ['0.00', 0n],
    ['0.01', 1n],
    ['0.1', 10n],
    ['1', 100n],
    ['499.5', 49_950n],
    ['499.50', 49_950n],
    ['-499.50', -49_950n],
    ['-0.01', -1n],
    ['100000', 10_000_000n],
    ['9999999999999.99', LARGEST],
  ])('takes %s exactly', (text, paise) => {
    expect(parseRupees(text)).toBe(paise);
  });

  it.each([
    '',
    ' ',
    '.',
    '-',
    '.5',
    '5.',
    '+5',
    '--5',
    '5-',
    '0.001',
    '10.005',
    '10.000',
    '1e2',
    '1E2',
    '1e-7',
    '1e21',
    ' 5',
    '5 ',
    '5\n',
    '\t5',
    '5 000',
    '5,000',
    '1,00,000',
    '5_000',
    '₹5',
    '5 INR',
    '0x10',
    '5n',
    'NaN',
    'Infinity',
    '-Infinity',
    'null',
    '1.2.3',
    '１２',
    '٣',
    '-0',
    '-0.0',
    '-0.00',
  ])('refuses %j', (text) => {
    expect(parseRupees(text)).toBeNull();
  });

  it('refuses what a whole number of the database or of a browser could not hold', () => {
    expect(parseRupees('90071992547409.91')).toBeNull();
    expect(parseRupees('90071992547409.92')).toBeNull();
    expect(parseRupees('10000000000000')).toBeNull();
    expect(parseRupees('9'.repeat(400))).toBeNull();
    expect(LARGEST).toBeLessThan(BigInt(Number.MAX_SAFE_INTEGER));
  });

  it('takes exactly the texts that are plain digits with at most two decimals', () => {
    const plain = /^-?[0-9]+(\.[0-9][0-9]?)?$/;
    const minusNothing = /^-[0.]+$/;
    const text = fc.string({ unit: fc.constantFrom(...'0123456789.-+e ,_\n'), maxLength: 12 });
    fc.assert(
      fc.property(text, (candidate) => {
        const good = plain.test(candidate) && !minusNothing.test(candidate);
        expect(parseRupees(candidate) !== null).toBe(good);
      }),
      { seed: propertySeed, numRuns: 5_000 },
    );
  });
});

describe('printing rupees', () => {
  it.each([
    [0n, '0.00'],
    [1n, '0.01'],
    [10n, '0.10'],
    [99n, '0.99'],
    [100n, '1.00'],
    [49_950n, '499.50'],
    [-1n, '-0.01'],
    [-49_950n, '-499.50'],
    [9_007_199_254_740_991n, '90071992547409.91'],
  ])('prints %s paise as %s', (paise, text) => {
    expect(formatRupees(paise)).toBe(text);
  });

  it('is undone by reading, for every amount that can be stored', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -LARGEST, max: LARGEST }), (paise) => {
        expect(parseRupees(formatRupees(paise))).toBe(paise);
      }),
      { seed: propertySeed, numRuns: 3_000 },
    );
  });
});

describe('arithmetic', () => {
  it('adds amounts and calls the sum of none zero', () => {
    expect(sum([])).toBe(0n);
    expect(sum([1n, 2n, -5n])).toBe(-2n);
    expect(sum([BigInt(Number.MAX_SAFE_INTEGER), 2n])).toBe(9_007_199_254_740_993n);
  });

  it('picks the smaller of two amounts', () => {
    expect(smaller(1n, 2n)).toBe(1n);
    expect(smaller(2n, 1n)).toBe(1n);
    expect(smaller(3n, 3n)).toBe(3n);
  });
});
