import fc from 'fast-check';
import { formatMoney, hiddenMoney, moneyParts } from '../../../client/format/money.ts';
import { money } from '../support/sample-wallet.ts';

const paise = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });

/** Indian grouping, written out: the last three digits, then pairs. */
function grouped(rupees: bigint): string {
  const digits = rupees.toString();
  const head = digits.slice(0, -3);
  const pairs = head === '' ? [] : (head.match(/\d{1,2}(?=(\d\d)*$)/g) ?? []);
  return [...pairs, digits.slice(-3)].join(',');
}

function expected(amount: bigint): string {
  const size = amount < 0n ? -amount : amount;
  return `₹${grouped(size / 100n)}.${String(size % 100n).padStart(2, '0')}`;
}

describe('formatMoney', () => {
  it('prints every amount to the paisa in Indian grouping, however large', () => {
    fc.assert(
      fc.property(paise, (amount) => {
        expect(formatMoney(money(amount))).toBe(`${amount < 0n ? '\u2212' : ''}${expected(amount)}`);
      }),
    );
  });

  it('puts a plus before what came in, a true minus before what went out, and nothing before zero', () => {
    expect(formatMoney(money(1_500_00n), { sign: 'always' })).toBe('+₹1,500.00');
    expect(formatMoney(money(-1_500_00n), { sign: 'always' })).toBe('\u2212₹1,500.00');
    expect(formatMoney(money(0n), { sign: 'always' })).toBe('₹0.00');
  });

  it('prints amounts that are sent with fewer decimals in full', () => {
    expect(formatMoney({ amount: '499.5', currencyCode: 'INR' })).toBe('₹499.50');
    expect(formatMoney({ amount: '12345678', currencyCode: 'INR' })).toBe('₹1,23,45,678.00');
  });

  it('uses another currency’s own sign', () => {
    expect(formatMoney({ amount: '5.00', currencyCode: 'EUR' })).toBe('€5.00');
  });
});

describe('moneyParts', () => {
  it('cuts the same text before the decimal point', () => {
    fc.assert(
      fc.property(paise, (amount) => {
        const { whole, fraction } = moneyParts(money(amount));
        expect(whole + fraction).toBe(formatMoney(money(amount)));
        expect(fraction).toMatch(/^\.\d\d$/);
      }),
    );
  });
});

describe('hiddenMoney', () => {
  it('shows the currency and nothing of the amount', () => {
    expect(hiddenMoney('INR')).toBe('₹ ••••');
  });
});
