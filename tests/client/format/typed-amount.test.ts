import { typedAmount } from '../../../client/format/typed-amount.ts';

describe('an amount that somebody types', () => {
  it.each([
    ['250', '250.00'],
    ['₹1,23,456.5', '123456.50'],
    [' 99.05 ', '99.05'],
    ['0.50', '0.50'],
    ['007', '7.00'],
    ['५००', '500.00'],
    ['12.', '12.00'],
  ])('%s is read as %s', (typed, amount) => {
    expect(typedAmount(typed)).toEqual({ amount, currencyCode: 'INR' });
  });

  it.each(['', '0', '0.00', '-5', '1.234', 'abc', '1e3', '1.2.3', '12345678901'])(
    '%s is not one',
    (typed) => {
      expect(typedAmount(typed)).toBeNull();
    },
  );
});
