import { registerEnumType } from 'type-graphql';

export const CreditSource = {
  PURCHASE: 'PURCHASE',
  REFERRAL: 'REFERRAL',
  PROMOTION: 'PROMOTION',
  LOYALTY: 'LOYALTY',
  REFUND: 'REFUND',
  MANUAL: 'MANUAL',
} as const;
export type CreditSource = keyof typeof CreditSource;

registerEnumType(CreditSource, {
  name: 'CreditSource',
  description: 'Where credits came from.',
  valuesConfig: {
    PURCHASE: { description: 'The customer bought them.' },
    REFERRAL: { description: 'A bonus for bringing a friend, or for being brought.' },
    PROMOTION: { description: 'A promotion of the shop.' },
    LOYALTY: { description: 'A loyalty reward.' },
    REFUND: { description: 'A debit that was given back.' },
    MANUAL: { description: 'Added by hand, with a reason.' },
  },
});
