import { registerEnumType } from 'type-graphql';

export const CurrencyCode = { INR: 'INR' } as const;
export type CurrencyCode = keyof typeof CurrencyCode;

registerEnumType(CurrencyCode, {
  name: 'CurrencyCode',
  description: 'The currency of an amount.',
  valuesConfig: { INR: { description: 'Indian rupees, the currency of every wallet.' } },
});
