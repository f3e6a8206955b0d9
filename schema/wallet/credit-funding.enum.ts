import { registerEnumType } from 'type-graphql';

export const CreditFunding = { PURCHASED: 'PURCHASED', GRANTED: 'GRANTED' } as const;
export type CreditFunding = keyof typeof CreditFunding;

registerEnumType(CreditFunding, {
  name: 'CreditFunding',
  description: 'Who paid for a credit.',
  valuesConfig: {
    PURCHASED: { description: 'The customer paid for it.' },
    GRANTED: { description: 'The shop gave it: promotion, loyalty, referral, goodwill.' },
  },
});
