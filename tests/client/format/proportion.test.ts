import fc from 'fast-check';
import { isZero, progressBetween, shareOf } from '../../../client/format/proportion.ts';
import { money } from '../support/sample-wallet.ts';

const paise = fc.bigInt({ min: 0n, max: 10n ** 15n });

describe('shareOf', () => {
  it('is between nothing and all, and grows with the part', () => {
    fc.assert(
      fc.property(paise, paise, paise, (a, b, whole) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const small = shareOf(money(less), money(whole));
        const large = shareOf(money(more), money(whole));
        expect(small).toBeGreaterThanOrEqual(0);
        expect(large).toBeLessThanOrEqual(1);
        expect(small).toBeLessThanOrEqual(large);
      }),
    );
  });

  it('tells a quarter', () => {
    expect(shareOf(money(25_00n), money(100_00n))).toBe(0.25);
  });

  it('is nothing of an empty whole', () => {
    expect(shareOf(money(0n), money(0n))).toBe(0);
  });
});

describe('progressBetween', () => {
  it('measures from where the way begins', () => {
    expect(progressBetween(money(4_000_00n), money(1_000_00n), money(5_000_00n))).toBe(0.75);
  });

  it('stays at the start for what lies below it', () => {
    expect(progressBetween(money(-5_00n), money(0n), money(1_000_00n))).toBe(0);
  });
});

describe('isZero', () => {
  it('reads the amount, however it is written', () => {
    expect(isZero({ amount: '0', currencyCode: 'INR' })).toBe(true);
    expect(isZero({ amount: '0.0', currencyCode: 'INR' })).toBe(true);
    expect(isZero({ amount: '0.01', currencyCode: 'INR' })).toBe(false);
  });
});
