import { registerEnumType } from 'type-graphql';

export const TopUpStatus = {
  CREATED: 'CREATED',
  AWAITING_PAYMENT: 'AWAITING_PAYMENT',
  CONFIRMING: 'CONFIRMING',
  SETTLED: 'SETTLED',
  FAILED: 'FAILED',
  EXPIRED: 'EXPIRED',
} as const;
export type TopUpStatus = keyof typeof TopUpStatus;

registerEnumType(TopUpStatus, {
  name: 'TopUpStatus',
  description:
    'How far a top-up has come. Only SETTLED has been credited. A payment that arrives late is still credited and settles the top-up, also after FAILED or EXPIRED.',
  valuesConfig: {
    CREATED: { description: 'Written down; the payment provider has not answered yet.' },
    AWAITING_PAYMENT: { description: 'The customer can pay now.' },
    CONFIRMING: { description: 'The bank is working on the payment. Do not pay again.' },
    SETTLED: { description: 'The payment was collected and the credits were added.' },
    FAILED: { description: 'The bank did not confirm the payment. No credits were added.' },
    EXPIRED: { description: 'The time to pay is over. No credits were added.' },
  },
});
