import { registerEnumType } from 'type-graphql';

export const TransactionStatus = {
  COMPLETED: 'COMPLETED',
  PENDING: 'PENDING',
  FAILED: 'FAILED',
  EXPIRED: 'EXPIRED',
} as const;
export type TransactionStatus = keyof typeof TransactionStatus;

registerEnumType(TransactionStatus, {
  name: 'TransactionStatus',
  description: 'How a transaction stands.',
  valuesConfig: {
    COMPLETED: { description: 'The money moved.' },
    PENDING: { description: 'Never in a history: money that has not arrived yet is a top-up.' },
    FAILED: { description: 'Never in a history: what failed moved no money.' },
    EXPIRED: { description: 'A credit of which the rest has expired.' },
  },
});
