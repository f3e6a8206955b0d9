import { registerEnumType } from 'type-graphql';

export const ReviewKind = {
  AMOUNT_MISMATCH: 'AMOUNT_MISMATCH',
  UNKNOWN_ORDER: 'UNKNOWN_ORDER',
  LATE_PAYMENT: 'LATE_PAYMENT',
  CURRENCY_MISMATCH: 'CURRENCY_MISMATCH',
  DISPUTE: 'DISPUTE',
  PROVIDER_REFUND: 'PROVIDER_REFUND',
  CHECKOUT_ENDED: 'CHECKOUT_ENDED',
} as const;
export type ReviewKind = keyof typeof ReviewKind;

registerEnumType(ReviewKind, {
  name: 'ReviewKind',
  description: 'What does not fit about a payment.',
  valuesConfig: {
    AMOUNT_MISMATCH: { description: 'Another amount was collected than was asked for.' },
    UNKNOWN_ORDER: {
      description:
        'Something was collected that fits no top-up, or of which it is not certain which it fits.',
    },
    LATE_PAYMENT: {
      description:
        'It came after its top-up or its checkout was settled by another payment, or after it had been dismissed.',
    },
    CURRENCY_MISMATCH: { description: 'It was collected in another currency.' },
    DISPUTE: {
      description:
        'The payer disputes a payment at the bank. Lost, what is left of its credit is taken back by itself.',
    },
    PROVIDER_REFUND: {
      description:
        'A payment was refunded at the provider and not from here. What is left of its credit is taken back by itself.',
    },
    CHECKOUT_ENDED: {
      description:
        'It came after its checkout had ended, which could no longer be paid: it was called off, the order has another, or its credits were spent meanwhile.',
    },
  },
});
