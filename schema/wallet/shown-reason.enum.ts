import { registerEnumType } from 'type-graphql';

export const ShownReason = {
  DEVICE_LOST: 'DEVICE_LOST',
  CUSTOMER_REQUEST: 'CUSTOMER_REQUEST',
  UNUSUAL_ACTIVITY: 'UNUSUAL_ACTIVITY',
  PAYMENT_CHECKED: 'PAYMENT_CHECKED',
  DETAILS_MISSING: 'DETAILS_MISSING',
} as const;
export type ShownReason = keyof typeof ShownReason;

registerEnumType(ShownReason, {
  name: 'ShownReason',
  description: 'What a customer is told of why the wallet was stopped. Clients put it into words.',
  valuesConfig: {
    DEVICE_LOST: { description: 'A phone or another device of the customer was reported lost or stolen.' },
    CUSTOMER_REQUEST: { description: 'The customer asked for it.' },
    UNUSUAL_ACTIVITY: { description: 'The shop saw something unusual and keeps the credits safe.' },
    PAYMENT_CHECKED: { description: 'A payment is being looked into.' },
    DETAILS_MISSING: { description: 'The shop needs something of the customer first.' },
  },
});
