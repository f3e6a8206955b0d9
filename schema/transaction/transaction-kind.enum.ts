import { registerEnumType } from 'type-graphql';

export const TransactionKind = {
  CREDIT: 'CREDIT',
  DEBIT: 'DEBIT',
  REFUND: 'REFUND',
  EXPIRY: 'EXPIRY',
  REVERSAL: 'REVERSAL',
  HOLD: 'HOLD',
  RELEASE: 'RELEASE',
} as const;
export type TransactionKind = keyof typeof TransactionKind;

registerEnumType(TransactionKind, {
  name: 'TransactionKind',
  description: 'What a transaction did.',
  valuesConfig: {
    CREDIT: { description: 'Credits were added.' },
    DEBIT: { description: 'Credits were spent on an order.' },
    REFUND: { description: 'A debit was given back, in whole or in part.' },
    EXPIRY: { description: 'What was left of a credit expired.' },
    REVERSAL: { description: 'What was left of a mistaken credit was taken back.' },
    HOLD: { description: 'Credits were set aside. They left the balance and are not spent.' },
    RELEASE: { description: 'A hold ended, and what it still kept came back to the balance.' },
  },
});
